using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Compensation;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Xunit.Abstractions;

namespace DealerPortal.Tests.Jobs;

/// <summary>Two workers on one database, one of them killed at a random moment while jobs run, again and again: each effect is there once.</summary>
[Trait("Category", "Postgres")]
public sealed class KilledWorkersTests(ITestOutputHelper output)
{
    private const int Windows = 10;
    private static readonly Instant Never = Instant.FromUtc(2099, 1, 1, 0, 0);

    private readonly Random random = new(20261127);

    [Fact]
    [Trait("Category", "Slow")]
    public Task Killed_three_times_each_effect_is_there_once() => Kill(3);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task Killed_a_hundred_times_each_effect_is_there_once() => Kill(100);

    private async Task Kill(int rounds)
    {
        await using var world = await LateWorld.Begin(Said(Now - Duration.FromDays(60)), on: Database.Postgres);
        var owner = await world.Person(Role.DealerOwner, dealer: world.DealerId);
        var orders = await Late(world, rounds);
        var workers = new[] { Worker.Start(world.Portal.Connection), Worker.Start(world.Portal.Connection) };
        try
        {
            foreach (var worker in workers) await worker.Started;
            for (var round = 0; round < rounds; round++)
            {
                await Lay(world, orders[round]);
                await Task.Delay(random.Next(0, 1800));
                var victim = random.Next(2);
                await workers[victim].Kill();
                await workers[victim].DisposeAsync();
                workers[victim] = Worker.Start(world.Portal.Connection);
                await Settled(world, (round + 1) * Windows, orders.Take(round + 1));
                await workers[victim].Started;
            }
        }
        finally
        {
            foreach (var worker in workers) await worker.DisposeAsync();
        }
        await Check(world, owner, rounds, orders);
    }

    // Orders that were late two days ago and have earned until then; none is looked at before its round.
    private static async Task<Guid[]> Late(LateWorld world, int count)
    {
        var orders = new List<Guid>();
        for (var i = 0; i < count; i++) orders.Add(await world.Confirmed(Said(world.Portal.Clock.Now), ("window-guard", null, 8)));
        await world.Earn(Said(Now - Duration.FromDays(2)));
        Assert.NotEmpty(await world.Ledger(orders[0]));
        await world.Portal.Db(db => db.Promises.ExecuteUpdateAsync(set => set.SetProperty(one => one.NextLookAt, Never)));
        return [.. orders];
    }

    private async Task Lay(LateWorld world, Guid order)
    {
        var at = Now;
        await world.Portal.Db(db => db.Promises.Where(one => one.Id == order).ExecuteUpdateAsync(set => set.SetProperty(one => one.NextLookAt, at + Duration.FromMilliseconds(random.Next(300, 1500)))));
        await world.Portal.The<PortalWork>().Do(Actor.System("test"), db =>
        {
            for (var i = 0; i < Windows; i++)
            {
                var ends = at + Duration.FromMilliseconds(random.Next(300, 1500));
                var pickUp = new PickUp(Guid.CreateVersion7(), world.DealerId, ends - Duration.FromMinutes(1), ends - Duration.FromSeconds(1), []);
                pickUp.Await("window-guard", 8, new Ruling<Window>(new Window(ends - Duration.FromMinutes(1), ends), Given.Clause, []));
                db.PickUps.Add(pickUp);
            }
            return Task.FromResult(Domain.Outcome.Done);
        }, default);
    }

    private static async Task Settled(LateWorld world, int windows, IEnumerable<Guid> orders)
    {
        var ids = orders.ToArray();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await world.Portal.Db(db => db.PickUps.CountAsync(one => one.NextDueAt == null)) < windows
            || await world.Portal.Db(db => db.Promises.AnyAsync(one => ids.Contains(one.Id) && one.NextLookAt < Now))) await Task.Delay(100, patience.Token);
    }

    private async Task Check(LateWorld world, Actor owner, int rounds, Guid[] orders)
    {
        var portal = world.Portal;
        var windows = await portal.Db(db => db.PickUps.Select(one => one.Id).Order().ToListAsync());
        Assert.Equal(rounds * Windows, windows.Count);
        Assert.Equal(windows, await portal.Db(db => db.History.Where(entry => entry.What == Happening.DeemedAccepted).Select(entry => entry.Subject).Order().ToListAsync()));
        Assert.Equal(windows, await portal.Db(db => db.Notices.Where(one => one.Kind == NoticeKind.DeemedAccepted && one.UserId == owner.UserId).Select(one => one.Subject).Order().ToListAsync()));
        var report = (await portal.The<VerifyHistory>().Run(Actor.System("test"), null, default)).Value!;
        Assert.True(report.IsSound, $"{report.Fault} at {report.BrokenAt}");

        // The ledger is what the facts say, and no date of an order stands in it twice.
        portal.Clock.Now = Now;
        Assert.Equal(0, (await portal.The<CheckLedger>().RunAsOf(Now, default)).Failed);
        foreach (var order in orders)
        {
            var dates = (await world.Ledger(order)).Select(entry => entry.Date).ToList();
            Assert.Equal(dates.Distinct(), dates);
        }
        await CheckRuns(portal);
    }

    // What a record of the timetable spans, no other run of the job touches; what a kill cut off ends where the next one begins.
    private async Task CheckRuns(Portal portal)
    {
        var runs = await portal.Db(db => db.JobRuns.AsNoTracking().ToListAsync());
        foreach (var job in runs.Where(run => run.Trigger is RunTrigger.Timetable && run.FinishedAt is not null).GroupBy(run => run.Job))
        {
            var inOrder = job.OrderBy(run => run.StartedAt).ThenBy(run => run.FinishedAt).ToList();
            Offences.None(inOrder.Zip(inOrder.Skip(1)).Where(pair => pair.First.FinishedAt > pair.Second.StartedAt)
                .Select(pair => $"{job.Key}: {pair.First.StartedAt}–{pair.First.FinishedAt} on {pair.First.Node} beside {pair.Second.StartedAt} on {pair.Second.Node}"));
        }
        Assert.True(runs.Where(run => run.Job == "deem-acceptance").Sum(run => run.Changed) <= await portal.Db(db => db.PickUps.CountAsync()));
        output.WriteLine($"{runs.Count} records, {runs.Count(run => run.Error == JobRun.CutOff)} cut off, {runs.Select(run => run.Node).Distinct().Count()} processes, "
            + $"{runs.Sum(run => run.Failed)} failed: {string.Join("; ", runs.Where(run => run.Error is not null and not JobRun.CutOff).Select(run => run.Error).Distinct())}");
    }

    private static Instant Now => Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());

    private static string Said(Instant at) => at.InZone(Shanghai.Zone).ToString("uuuu-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
