using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Jobs;

/// <summary>A job that rests because an administrator said so, and one that may go on.</summary>
public sealed class PauseJobTests
{
    private const string Often = "* * * * * ?", Never = "0 0 0 30 2 ?";

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_paused_job_does_not_run_when_its_time_comes_and_once_resumed_does_all_that_waited_in_one_run()
    {
        var waiting = 3;
        await using var host = await Scheduler.Start([Scheduler.Entry("sweeps", Often, () => new(waiting, Interlocked.Exchange(ref waiting, 0), 0)), Scheduler.Entry("others", Often, () => new(1, 1, 0))]);
        await host.Until(runs => runs.Exists(run => run.Job == "sweeps"));
        Assert.True((await host.The<PauseJob>().Run(new("sweeps"), As(Role.Administrator), default)).IsDone);
        await host.Until(runs => runs.TrueForAll(run => run.FinishedAt is not null));
        var before = (await host.Runs()).Count(run => run.Job == "sweeps");
        Interlocked.Exchange(ref waiting, 5);
        var others = (await host.Runs()).Count(run => run.Job == "others");

        // The neighbour's time has come twice meanwhile, and so has its own.
        await host.Until(runs => runs.Count(run => run.Job == "others") >= others + 2);
        Assert.Equal((before, 5), ((await host.Runs()).Count(run => run.Job == "sweeps"), waiting));
        Assert.True((await host.The<ResumeJob>().Run(new("sweeps"), As(Role.Administrator), default)).IsDone);

        await host.Until(runs => runs.Exists(run => run is { Job: "sweeps", Changed: 5, FinishedAt: not null }));
        others = (await host.Runs()).Count(run => run.Job == "others");
        await host.Until(runs => runs.Count(run => run.Job == "others") >= others + 2);
        Assert.Single(await host.Runs(), run => run is { Job: "sweeps", Changed: 5 });
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Pausing_and_resuming_are_each_kept_once_however_often_they_are_pressed()
    {
        await using var host = await Scheduler.Start([Scheduler.Entry("rests", Never, () => SweepCount.None)]);

        foreach (var _ in new[] { 1, 2 }) Assert.True((await host.The<PauseJob>().Run(new("rests"), As(Role.Administrator), default)).IsDone);
        Assert.Equal("管理员", Assert.Single(await host.Db(db => db.JobPauses.ToListAsync())).By);
        foreach (var _ in new[] { 1, 2 }) Assert.True((await host.The<ResumeJob>().Run(new("rests"), As(Role.Administrator), default)).IsDone);

        Assert.Equal([(Happening.JobPaused, "管理员"), (Happening.JobResumed, "管理员")], (await host.Db(db => db.History.OrderBy(entry => entry.Number).ToListAsync()))
            .Where(entry => entry.What is Happening.JobPaused or Happening.JobResumed).Select(entry => (entry.What, entry.ActorName)));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task The_auditor_may_look_and_neither_pause_nor_resume_and_others_find_nothing()
    {
        await using var host = await Scheduler.Start([Scheduler.Entry("rests", Never, () => SweepCount.None)]);
        async Task<string> Pause(Role role) => (await host.The<PauseJob>().Run(new("rests"), As(role), default)).Refusal?.Code ?? "done";
        async Task<string> Resume(Role role) => (await host.The<ResumeJob>().Run(new("rests"), As(role), default)).Refusal?.Code ?? "done";

        Assert.Equal([Refusal.NotAllowed.Code, Refusal.NotFound.Code], [await Pause(Role.Auditor), await Pause(Role.AfterSalesAgent)]);
        Assert.Empty(await host.Db(db => db.JobPauses.ToListAsync()));
        Assert.Equal("done", await Pause(Role.Administrator));
        Assert.Equal([Refusal.NotAllowed.Code, Refusal.NotFound.Code], [await Resume(Role.Auditor), await Resume(Role.AfterSalesAgent)]);
        Assert.Single(await host.Db(db => db.JobPauses.ToListAsync()));
        Assert.Equal(Refusal.NotFound, (await host.The<PauseJob>().Run(new("no-such-job"), As(Role.Administrator), default)).Refusal);
    }

    private static Actor As(Role role) => Actor.System("test") with { Name = "管理员", Roles = new HashSet<Role> { role } };
}
