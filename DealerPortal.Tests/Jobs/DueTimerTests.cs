using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using DealerPortal.Jobs;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Jobs;

[Trait("Category", "Slow")]
public sealed class DueTimerTests
{
    // The net never comes: whatever happens, the timer did.
    private static readonly Timetable.Entry Windows = Timetable.Entries.Single(entry => entry.Code == "deem-acceptance") with { Cron = "0 0 0 30 2 ?" };

    [Fact]
    public async Task A_window_that_ends_is_settled_at_that_moment_and_the_sweeps_of_a_minute_share_a_record()
    {
        await using var host = await Scheduler.Start([Windows]);
        var now = host.The<IClock>().GetCurrentInstant();
        Guid[] ids = [await Lay(host, now + Duration.FromSeconds(3)), await Lay(host, now + Duration.FromSeconds(1)), await Lay(host, now - Duration.FromHours(1))];

        await host.Until(runs => runs.Sum(run => run.Changed) == ids.Length);

        Assert.All(await host.Runs(), run => Assert.Equal((RunTrigger.DueTime, 0), (run.Trigger, run.Failed)));
        Assert.InRange((await host.Runs()).Count, 1, 2);
        Assert.Equal(ids.Length, await host.Db(db => db.PickUps.CountAsync(one => one.NextDueAt == null)));
    }

    [Fact]
    public async Task What_fails_is_left_to_the_timetable_and_what_falls_due_after_it_is_still_swept_at_its_moment()
    {
        var swept = new List<Instant>();
        var failing = Windows with { Action = _ => (now, _) => { lock (swept) swept.Add(now); return Task.FromResult(new SweepCount(1, 0, 1, "broken")); } };
        await using var host = await Scheduler.Start([failing]);
        var now = host.The<IClock>().GetCurrentInstant();
        await Lay(host, now - Duration.FromHours(1));
        await Scheduler.Until(() => { lock (swept) return swept.Count > 0; });

        var later = host.The<IClock>().GetCurrentInstant() + Duration.FromSeconds(3);
        await Lay(host, later);
        await Scheduler.Until(() => { lock (swept) return swept[^1] >= later; });

        // Once for each, and not again and again meanwhile.
        lock (swept) Assert.InRange(swept.Count, 2, 3);
    }

    [Fact]
    public async Task A_paused_job_rests_and_does_what_fell_due_when_it_is_resumed()
    {
        await using var host = await Scheduler.Start([Windows]);
        var administrator = Domain.Accounts.Actor.System("test") with { Roles = new HashSet<Domain.Accounts.Role> { Domain.Accounts.Role.Administrator } };
        Assert.True((await host.The<PauseJob>().Run(new("deem-acceptance"), administrator, default)).IsDone);
        await Lay(host, host.The<IClock>().GetCurrentInstant() + Duration.FromMilliseconds(500));
        await Task.Delay(2500);
        Assert.Empty(await host.Runs());

        Assert.True((await host.The<ResumeJob>().Run(new("deem-acceptance"), administrator, default)).IsDone);

        await host.Until(runs => runs.Exists(run => run.Changed == 1));
    }

    [Fact]
    public async Task Each_sweep_with_due_times_asks_one_index_for_the_earliest()
    {
        await using var portal = await Portal.Start(with: settings => settings with { Webhook = new("http://localhost:9/", new string('x', 32)) });
        var found = await portal.Db(async db =>
        {
            var plans = new List<string>();
            foreach (var entry in Timetable.Entries.Where(entry => entry.Times is not null))
            {
                await using var command = entry.Times!(portal.The<IServiceProvider>()).Waiting(db).OrderBy(due => due.At).Select(due => due.At).CreateDbCommand();
                command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
                await db.Database.OpenConnectionAsync();
                await using var reader = await command.ExecuteReaderAsync();
                var plan = new List<string> { entry.Code };
                while (await reader.ReadAsync()) plan.Add(reader.GetString(3));
                plans.Add(string.Join("; ", plan));
            }
            return plans;
        });

        Assert.Equal(6, found.Count);
        Offences.None(found.Where(plan => !plan.Contains("INDEX", StringComparison.Ordinal) || plan.Contains("TEMP B-TREE", StringComparison.Ordinal)));
    }

    private static async Task<Guid> Lay(Scheduler host, Instant ends)
    {
        var starts = ends - Duration.FromMinutes(1);
        var dealer = new Dealer(Guid.CreateVersion7(), Guid.NewGuid().ToString("N")[..8], "济南诚信门窗", "north", starts);
        var pickUp = new PickUp(Guid.CreateVersion7(), dealer.Id, starts, ends - Duration.FromSeconds(1), []);
        pickUp.Await("window-guard", 8, new Ruling<Window>(new Window(starts, ends), Given.Clause, []));
        await host.The<PortalWork>().Do(Domain.Accounts.Actor.System("test"), db =>
        {
            db.Dealers.Add(dealer);
            db.PickUps.Add(pickUp);
            return Task.FromResult(Domain.Outcome.Done);
        }, default);
        return pickUp.Id;
    }
}
