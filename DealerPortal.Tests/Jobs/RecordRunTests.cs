using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Jobs;

public sealed class RecordRunTests
{
    [Fact]
    public async Task A_run_leaves_a_record_of_what_it_met()
    {
        await using var portal = await Portal.Start("2026-03-02 09:00");

        await Run(portal, (_, _) => Task.FromResult(new SweepCount(5, 2, 1, "row 3: broken")));

        var run = Assert.Single(await Runs(portal));
        Assert.Equal((5, 2, 1, "row 3: broken"), (run.Looked, run.Changed, run.Failed, run.Error));
        Assert.Equal((Shanghai.At("03-02 09:00"), "node-1", null, false), (run.StartedAt, run.Node, run.ByHand, run.IsQuiet));
        Assert.NotNull(run.FinishedAt);
    }

    [Fact]
    public async Task A_job_is_handed_the_portals_now()
    {
        await using var portal = await Portal.Start("2026-03-02 09:00");
        Instant? handed = null;

        await Run(portal, (now, _) => { handed = now; return Task.FromResult(SweepCount.None); });

        Assert.Equal(Shanghai.At("03-02 09:00"), handed);
    }

    [Fact]
    public async Task A_job_that_throws_is_recorded_and_throws_no_further_and_the_administrators_are_told_once_a_day()
    {
        await using var portal = await Portal.Start();
        var administrator = new User(Guid.CreateVersion7(), "admin", "管理员", null);
        administrator.Hold(Role.Administrator, null);
        await portal.Db(db => { db.Users.Add(administrator); return Task.FromResult(0); });

        for (var i = 0; i < 3; i++) await Run(portal, (_, _) => throw new InvalidOperationException("no disk"));

        Assert.All(await Runs(portal), run => Assert.Equal("InvalidOperationException: no disk", run.Error));
        var told = await portal.The<NoticeInbox>().For(administrator.ActFrom("test"), onlyUnread: true, null, default);
        Assert.Equal((NoticeKind.JobFailed, "/jobs/test-job"), Assert.Single(told.Items.Select(item => (item.Kind, item.Path))));
    }

    [Fact]
    public async Task A_stopping_portal_is_no_failure_and_its_run_is_completed()
    {
        await using var portal = await Portal.Start();
        using var stopping = new CancellationTokenSource();

        await portal.The<RecordRun>().Run(Request(), async (_, stop) =>
        {
            await stopping.CancelAsync();
            stop.ThrowIfCancellationRequested();
            return SweepCount.None;
        }, stopping.Token);

        var run = Assert.Single(await Runs(portal));
        Assert.Equal(JobRun.Stopped, run.Error);
        Assert.NotNull(run.FinishedAt);
    }

    [Fact]
    public async Task A_run_that_its_process_left_open_is_closed_by_the_next_one()
    {
        await using var portal = await Portal.Start();
        var lost = new JobRun(Guid.CreateVersion7(), "test-job", "node-0", null, portal.Clock.Now);
        var other = new JobRun(Guid.CreateVersion7(), "other-job", "node-0", null, portal.Clock.Now);
        await portal.Db(db => { db.JobRuns.AddRange(lost, other); return Task.FromResult(0); });

        await Run(portal, (_, _) => Task.FromResult(SweepCount.None));

        var runs = (await Runs(portal)).ToDictionary(run => run.Id);
        Assert.Equal(JobRun.CutOff, runs[lost.Id].Error);
        Assert.Null(runs[other.Id].FinishedAt);
    }

    [Fact]
    public async Task The_same_run_asked_for_twice_runs_once()
    {
        await using var portal = await Portal.Start();
        var (request, times) = (Request() with { ByHand = "王五" }, 0);

        for (var i = 0; i < 2; i++)
            await portal.The<RecordRun>().Run(request, (_, _) => { times++; return Task.FromResult(SweepCount.None); }, default);

        Assert.Equal(1, times);
        Assert.Equal("王五", Assert.Single(await Runs(portal)).ByHand);
    }

    [Fact]
    public async Task The_board_and_the_runs_are_for_those_whose_business_they_are()
    {
        await using var portal = await Portal.Start();
        await Run(portal, (_, _) => Task.FromResult(SweepCount.None));

        foreach (var role in Enum.GetValues<Role>())
        {
            var may = role is Role.Administrator or Role.Auditor or Role.AfterSalesSupervisor;
            Assert.Equal(may, await portal.The<JobBoard>().For(Holder(role), default) is not null);
            Assert.Equal(may, await portal.The<JobRunList>().For("test-job", onlyTelling: false, null, Holder(role), default) is not null);
            var answer = (await portal.The<RunJob>().Run(new(Guid.CreateVersion7(), "test-job"), Holder(role), default)).Refusal!.Code;
            Assert.Equal(role is Role.Administrator ? "job.no-timetable" : may ? "not-allowed" : "not-found", answer);
        }
    }

    [Fact]
    public async Task The_runs_are_walked_page_by_page_and_the_quiet_ones_can_be_left_out()
    {
        await using var portal = await Portal.Start();
        await portal.Db(db =>
        {
            for (var i = 0; i < (2 * JobRunList.PageSize) + 7; i++)
            {
                var run = new JobRun(Guid.CreateVersion7(), "test-job", "node-1", null, portal.Clock.Now + Duration.FromMinutes(i / 3));
                run.Finish(new(1, i % 10 == 0 ? 1 : 0, 0), 5, portal.Clock.Now);
                db.JobRuns.Add(run);
            }
            return Task.FromResult(0);
        });

        Assert.Equal((2 * JobRunList.PageSize) + 7, (await Walk(onlyTelling: false)).Distinct().Count());
        Assert.Equal(11, (await Walk(onlyTelling: true)).Distinct().Count());

        async Task<List<Guid>> Walk(bool onlyTelling)
        {
            var seen = new List<Guid>();
            JobRunList.Cursor? next = null;
            do
            {
                var page = (await portal.The<JobRunList>().For("test-job", onlyTelling, next, Holder(Role.Auditor), default))!;
                seen.AddRange(page.Runs.Select(run => run.Id));
                next = page.After;
            }
            while (next is not null);
            return seen;
        }
    }

    [Fact]
    public async Task Tidying_up_forgets_old_runs_and_read_notices_and_twice_is_once()
    {
        await using var portal = await Portal.Start("2026-03-02 09:00");
        var user = new User(Guid.CreateVersion7(), "a", "张三", null);
        await portal.Db(db => { db.Users.Add(user); return Task.FromResult(0); });
        foreach (var (at, quiet) in new[] { ("2025-08-01 09:00", false), ("02-27 09:00", true), ("02-27 09:01", false), ("03-01 09:00", true) })
            await portal.Db(db =>
            {
                var run = new JobRun(Guid.CreateVersion7(), "test-job", "node-1", null, Shanghai.At(at));
                run.Finish(new(1, quiet ? 0 : 1, 0), 5, Shanghai.At(at));
                db.JobRuns.Add(run);
                return Task.FromResult(0);
            });
        foreach (var (at, read) in new[] { ("2025-01-01 09:00", false), ("2025-08-01 09:00", true), ("2025-08-01 09:01", false), ("03-01 09:00", true) })
            await portal.Db(async db =>
            {
                await db.TellUser(user.Id, new(at, NoticeKind.JobFailed, user.Id, "/"), Shanghai.At(at), default);
                if (read) db.Notices.Local.Single().Read(Shanghai.At(at));
                return 0;
            });

        var first = await portal.The<TidyUp>().RunAsOf(portal.Clock.Now, default);
        var second = await portal.The<TidyUp>().RunAsOf(portal.Clock.Now, default);

        Assert.Equal((4, 0), (first.Changed, second.Changed));
        Assert.Equal([Shanghai.At("02-27 09:01"), Shanghai.At("03-01 09:00")], (await Runs(portal)).Select(run => run.StartedAt).Order());
        Assert.Equal(2, await portal.Db(db => db.Notices.CountAsync()));
    }

    private static RecordRun.Request Request() => new(Guid.CreateVersion7(), "test-job", "node-1", null);

    private static Task<RunState?> Run(Portal portal, Func<Instant, CancellationToken, Task<SweepCount>> job) => portal.The<RecordRun>().Run(Request(), job, default);

    private static Task<List<JobRun>> Runs(Portal portal) => portal.Db(db => db.JobRuns.AsNoTracking().ToListAsync());

    private static Actor Holder(Role role) => new(Guid.CreateVersion7(), "赵六", new HashSet<Role> { role }, null, new HashSet<string>(), "test");
}
