using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Storage;
using DealerPortal.Jobs;
using DealerPortal.Tests.Support;
using Hangfire;
using NodaTime;

namespace DealerPortal.Tests.Jobs;

public sealed class JobRetryTests
{
    private const string Never = "0 0 0 30 2 ?";

    [Theory]
    [InlineData(1, null, 30)]
    [InlineData(2, null, 120)]
    [InlineData(4, null, 1800)]
    [InlineData(5, null, null)]
    // The minute's next run comes first.
    [InlineData(1, 30, null)]
    [InlineData(1, 31, 30)]
    [InlineData(3, 300, null)]
    public void What_broke_rests_longer_each_time_and_is_given_up_in_the_end(int attempt, int? untilNext, int? rest) =>
        Assert.Equal(rest is { } seconds ? Duration.FromSeconds(seconds) : null, RetryRests.After(attempt, untilNext is { } next ? Duration.FromSeconds(next) : null));

    [Fact]
    public async Task A_run_that_breaks_says_when_it_is_tried_again_and_the_last_one_that_it_gave_up()
    {
        await using var portal = await Portal.Start("2026-03-02 09:00");
        var record = portal.The<RecordRun>();
        foreach (var attempt in new[] { 1, 5 })
            Assert.Equal(RunState.Broken, await record.Run(
                new(Guid.CreateVersion7(), "test-job", "node-1", null, attempt, RetryRests.After(attempt, null)), (_, _) => throw new InvalidOperationException("no disk"), default));

        var runs = (await portal.The<JobRunList>().For("test-job", onlyTelling: true, null, Domain.Accounts.Actor.System("test") with { Roles = new HashSet<Domain.Accounts.Role> { Domain.Accounts.Role.Auditor } }, default))!.Runs;
        Assert.Equal([(5, null, true), (1, (Instant?)Shanghai.At("03-02 09:00") + Duration.FromSeconds(30), false)], runs.Select(run => (run.Attempt, run.AgainAt, run.GaveUp)));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task The_scheduler_keeps_what_broke_for_its_next_attempt()
    {
        await using var host = await Scheduler.Start([Scheduler.Entry("throws", Never, () => throw new InvalidOperationException("broken"))]);
        await Scheduler.Until(() => Stored(host).Contains("throws"));

        new RecurringJobManager(host.The<JobStorage>(), host.The<Hangfire.Common.IJobFilterProvider>()).Trigger("throws");

        var run = Assert.Single(await host.Until(runs => runs.Exists(run => run.FinishedAt is not null)));
        Assert.Equal((1, Duration.FromSeconds(30)), (run.Attempt, run.AgainAt!.Value - run.FinishedAt!.Value));
        await Scheduler.Until(() => host.The<JobStorage>().GetMonitoringApi().ScheduledCount() == 1);
        Assert.Equal(0, host.The<JobStorage>().GetMonitoringApi().FailedCount());
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task What_broke_once_is_done_at_the_second_attempt()
    {
        var times = 0;
        await using var host = await Scheduler.Start([Scheduler.Entry("throws", Never, () => Interlocked.Increment(ref times) == 1 ? throw new InvalidOperationException("broken") : new(1, 1, 0))]);
        await Scheduler.Until(() => Stored(host).Contains("throws"));

        new RecurringJobManager(host.The<JobStorage>(), host.The<Hangfire.Common.IJobFilterProvider>()).Trigger("throws");

        var runs = await host.Until(runs => runs.Exists(run => run.Changed == 1));
        Assert.Equal([1, 2], runs.OrderBy(run => run.StartedAt).Select(run => run.Attempt));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_stopping_portal_stops_its_jobs_and_the_next_one_does_what_was_left()
    {
        using var folder = new Scheduler.Folder();
        var began = new TaskCompletionSource();
        var endless = new Timetable.Entry("long", Never, _ => async (_, stop) =>
        {
            began.TrySetResult();
            await Task.Delay(Timeout.Infinite, stop);
            return SweepCount.None;
        });
        var run = Guid.CreateVersion7();
        await using (var host = await Scheduler.Start([endless], folder.Path))
        {
            Assert.True(await host.Desk.Start(run, "long", "王五", default));
            await began.Task;
        }

        await using var next = await Scheduler.Start([Scheduler.Entry("long", Never, () => new(1, 1, 0))], folder.Path);
        var runs = await next.Until(runs => runs.Exists(run => run.Changed == 1));

        Assert.Equal([JobRun.Stopped, null], runs.OrderBy(run => run.StartedAt).Select(run => run.Error));
        Assert.Equal(run, runs.MinBy(run => run.StartedAt)!.Id);
        Assert.All(runs, run => Assert.Equal("王五", run.ByHand));
    }

    private static HashSet<string> Stored(Scheduler host)
    {
        using var line = host.The<JobStorage>().GetConnection();
        return line.GetAllItemsFromSet("recurring-jobs");
    }
}
