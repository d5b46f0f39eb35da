using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Deliveries;

public sealed class KilledSweepTests
{
    private static readonly Instant Ended = Shanghai.At("03-02 13:10");

    [Fact]
    public Task Killed_during_acceptance_sweeps_each_window_is_settled_once_and_none_is_settled_by_halves() => KillWhileSweeping(3, due: 300);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task So_it_is_killed_twenty_times() => KillWhileSweeping(20, due: 1000);

    private static async Task KillWhileSweeping(int kills, int due)
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        await Lay(world, due);
        portal.Clock.Now = Ended;
        SqliteConnection.ClearAllPools();

        var random = new Random(20260302);
        var settled = new List<int> { 0 };
        await DoomedProcess.KillAgainAndAgain<Sweeping>(portal, kills, () => "", async (process, _) =>
        {
            await process.Writes();
            await Task.Delay(random.Next(0, 300));
        }, async _ => settled.Add(await Check(world)));

        Assert.Equal(settled.Order(), settled);
        await portal.The<DeemAcceptance>().RunAsOf(Ended, default);
        Assert.Equal(due, await Check(world));
        Assert.Equal(0, (await portal.The<DeemAcceptance>().RunAsOf(Ended, default)).Looked);
        Assert.InRange(settled.Distinct().Count(), kills / 2, kills + 1);
    }

    /// <summary>One sweep.</summary>
    public sealed class Sweeping : DoomedProcess.IWork
    {
        public Task Run(Portal portal, string from, Func<string, Task> acknowledge) => portal.The<DeemAcceptance>().RunAsOf(portal.Clock.Now, default);
    }

    // Each window is wholly settled, with its history and both notices, or wholly as it was. Answers how many are settled.
    private static async Task<int> Check(World world)
    {
        var portal = world.Portal;
        var settled = await portal.Db(db => db.PickUps.Where(pickUp => pickUp.Lines.Any(line => line.Answer == LineAnswer.DeemedAccepted)).Select(pickUp => pickUp.Id).Order().ToListAsync());
        Assert.Equal(settled, await portal.Db(db => db.PickUps.Where(pickUp => pickUp.NextDueAt == null).Select(pickUp => pickUp.Id).Order().ToListAsync()));
        Assert.Equal(settled, await portal.Db(db => db.History.Where(entry => entry.What == Happening.DeemedAccepted).Select(entry => entry.Subject).Order().ToListAsync()));
        foreach (var person in new[] { world.Dealer, world.Assistant })
            Assert.Equal(settled, await portal.Db(db => db.Notices.Where(notice => notice.Kind == NoticeKind.DeemedAccepted && notice.UserId == person.UserId).Select(notice => notice.Subject).Order().ToListAsync()));
        var report = (await portal.The<VerifyHistory>().Run(Actor.System("test"), null, default)).Value!;
        Assert.True(report.IsSound, $"{report.Fault} at {report.BrokenAt}");
        SqliteConnection.ClearAllPools();
        return settled.Count;
    }

    private static Task<int> Lay(World world, int due) => world.Portal.Db(db =>
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.PickUps.AddRange(Enumerable.Range(0, due).Select(_ =>
        {
            var start = Shanghai.At("03-02 09:10");
            var pickUp = new PickUp(Guid.CreateVersion7(), world.Dealer.DealerId!.Value, start, start, []);
            pickUp.Await("window-guard", 8, new Ruling<Window>(new Window(start, Ended), Given.Clause, []));
            return pickUp;
        }));
        return Task.FromResult(0);
    });
}
