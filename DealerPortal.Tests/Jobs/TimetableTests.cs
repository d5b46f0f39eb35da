using DealerPortal.Domain;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Storage;
using DealerPortal.Jobs;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Words;
using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Tests.Jobs;

public sealed class TimetableTests
{
    private const string Never = "0 0 0 30 2 ?";

    [Fact]
    public void Every_schedule_can_be_read_and_runs_again()
    {
        foreach (var entry in Timetable.Entries) Assert.NotNull(entry.NextAfter(Shanghai.At("03-02 09:00")));
        Assert.Equal(Timetable.Entries.Count, Timetable.Entries.DistinctBy(entry => entry.Code).Count());
    }

    [Fact]
    public async Task Every_job_of_the_timetable_finds_its_action_and_has_nothing_to_do_in_an_empty_portal()
    {
        await using var portal = await Portal.Start();

        foreach (var entry in Timetable.Entries)
            Assert.Equal((0, 0, null), await entry.Action(portal.The<IServiceProvider>())(portal.Clock.Now, default) is var count ? (count.Changed, count.Failed, count.Why) : default);
    }

    [Fact]
    public void Every_job_has_its_words() => Offences.None(
        from entry in Timetable.Entries
        from key in new[] { $"job.{entry.Code}", $"job.{entry.Code}.does", $"job.{entry.Code}.when" }
        where Lexicon.Chinese.Find(key) is null || Lexicon.English.Find(key) is null
        select key);

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_job_fires_by_itself_and_one_that_throws_does_not_hold_up_the_scheduler()
    {
        await using var host = await Scheduler.Start([Scheduler.Entry("ticks", "* * * * * ?", () => new(1, 1, 0)), Scheduler.Entry("throws", "* * * * * ?", () => throw new InvalidOperationException("broken"))]);

        await host.Until(runs => runs.Count(run => run is { Job: "ticks", Changed: 1 }) >= 2 && runs.Count(run => run is { Job: "throws", Error: not null, FinishedAt: not null }) >= 2);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_job_run_by_hand_runs_at_once_and_its_record_says_who_asked()
    {
        await using var host = await Scheduler.Start([Scheduler.Entry("waits", Never, () => new(3, 1, 0))]);
        var run = Guid.CreateVersion7();

        await host.Desk.Start(run, "waits", "王五", default);
        await host.Desk.Start(run, "waits", "王五", default);

        var done = await host.Until(runs => runs.Exists(run => run.FinishedAt is not null));
        var record = Assert.Single(done);
        Assert.Equal((run, "王五", 3, 1), (record.Id, record.ByHand, record.Looked, record.Changed));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_job_taken_off_the_timetable_leaves_the_store_and_the_others_stay()
    {
        using var folder = new Scheduler.Folder();
        await using (await Scheduler.Start([Scheduler.Entry("old", Never, () => SweepCount.None), Scheduler.Entry("stays", Never, () => SweepCount.None)], folder.Path)) { }

        await using var host = await Scheduler.Start([Scheduler.Entry("stays", Never, () => SweepCount.None)], folder.Path);

        await Scheduler.Until(() => Stored(host).SetEquals(["stays"]));
        Assert.Equal(("stays", null), Assert.Single(host.Desk.Appointments()) is var kept ? (kept.Job, kept.Next) : default);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Jobs_whose_time_lies_in_a_leap_of_the_clock_run_once_and_the_others_do_not()
    {
        await using var host = await Scheduler.Start([Scheduler.Entry("nightly", "0 20 3 ? * MON", () => SweepCount.None), Scheduler.Entry("monthly", "0 0 6 1 * ?", () => SweepCount.None)]);

        Assert.True(await host.Desk.CatchUp(Shanghai.At("2026-03-02 03:20"), Shanghai.At("2026-03-09 03:19:59"), "time machine", default));
        Assert.True(await host.Desk.CatchUp(Shanghai.At("2026-03-02 03:20"), Shanghai.At("2026-03-09 03:20"), "time machine", default));

        await host.Until(runs => runs.Exists(run => run is { Job: "nightly", FinishedAt: not null }));
        Assert.Single(await host.Runs());
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Jobs_that_a_leap_passed_over_run_in_the_order_of_their_times()
    {
        await using var host = await Scheduler.Start([
            Scheduler.Entry("ninth-hour", "0 0 9 * * ?", () => SweepCount.None), Scheduler.Entry("each-minute", "0 * * * * ?", () => SweepCount.None),
            Scheduler.Entry("night", "0 5 0 * * ?", () => SweepCount.None), Scheduler.Entry("friday", "0 0 8 * * FRI", () => SweepCount.None)]);

        Assert.True(await host.Desk.CatchUp(Shanghai.At("2026-03-02 10:00"), Shanghai.At("2026-03-04 09:30"), "time machine", default));

        var runs = await host.Until(runs => runs.Count(run => run is { ByHand: not null, FinishedAt: not null }) == 3);
        Assert.Equal(["night", "ninth-hour", "each-minute"], runs.Where(run => run.ByHand is not null).OrderBy(run => run.StartedAt).Select(run => run.Job));
    }

    private static HashSet<string> Stored(Scheduler host)
    {
        using var line = host.The<JobStorage>().GetConnection();
        return line.GetAllItemsFromSet("recurring-jobs");
    }

    [Fact]
    public void A_process_on_an_embedded_database_that_is_told_not_to_run_the_timetable_has_none()
    {
        var services = new ServiceCollection().AddDealerPortalDomain(new() { Pack = "doors-and-windows" }).AddDealerPortalJobs(new() { Jobs = new(false) });

        Assert.DoesNotContain(services, service => service.ServiceType == typeof(JobStorage));
    }
}
