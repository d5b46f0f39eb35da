using DealerPortal.Jobs;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Jobs;

[Trait("Category", "Postgres")]
public sealed class PostgresTimetableTests : IAsyncLifetime
{
    private string database = "";

    public async Task InitializeAsync() => database = await PostgresServer.NewDatabase();

    public Task DisposeAsync() => PostgresServer.Drop(database);

    [Fact]
    public async Task Two_processes_that_run_the_timetable_run_each_job_once_and_never_beside_itself()
    {
        var (inside, beside) = (0, 0);
        var entry = Scheduler.Entry("ticks", "0/2 * * * * ?", () =>
        {
            if (Interlocked.Increment(ref inside) > 1) Interlocked.Increment(ref beside);
            Thread.SpinWait(1000);
            Interlocked.Decrement(ref inside);
            return new(1, 1, 0);
        });
        await using var one = await Scheduler.Start([entry], postgres: database);
        await using var two = await Scheduler.Start([entry], postgres: database);

        var runs = await one.Until(runs => runs.Count(run => run.FinishedAt is not null) >= 8);

        Assert.Equal(0, beside);
        Assert.All(runs, run => Assert.NotEqual("cut-off", run.Error));
        var span = runs.Max(run => run.StartedAt) - runs.Min(run => run.StartedAt);
        // Two a tick would be twice as many; the first run of all may have begun late on a busy machine.
        Assert.InRange(runs.Count, 8, (span.TotalSeconds / 2) + 3);
    }

    [Fact]
    public async Task A_process_that_leaves_the_timetable_to_another_sees_it_and_can_have_a_job_run_there()
    {
        var entry = Scheduler.Entry("waits", "0 0 0 30 2 ?", () => new(3, 1, 0));
        await using var worker = await Scheduler.Start([entry], postgres: database);
        await using var web = await Scheduler.Start([entry], postgres: database, run: false);

        var seen = Assert.Single(web.Desk.Appointments());
        var run = Guid.CreateVersion7();
        await web.Desk.Start(run, "waits", "王五", default);

        var record = Assert.Single(await worker.Until(runs => runs.Exists(run => run.FinishedAt is not null)));
        Assert.Equal(("waits", run, "王五", 1), (seen.Job, record.Id, record.ByHand, record.Changed));
    }

    [Fact]
    public async Task Without_a_worker_nothing_runs()
    {
        var entry = Scheduler.Entry("ticks", "* * * * * ?", () => new(1, 1, 0));
        await using var web = await Scheduler.Start([entry], postgres: database, run: false);

        await Scheduler.Until(() => web.Desk.WaitingSince is not null);

        Assert.Empty(await web.Runs());
    }

    [Fact]
    public async Task The_worker_runs_the_timetable_for_a_web_process_that_does_not()
    {
        await using var web = await Scheduler.Start(Timetable.Entries, postgres: database, run: false);
        await using var worker = Worker.Start(database);
        await worker.Started;
        await Scheduler.Until(() => web.Desk.WaitingSince is null);
        Assert.True(await web.Desk.Start(Guid.CreateVersion7(), "tidy-up", "王五", default));

        var run = Assert.Single(await web.Until(runs => runs.Exists(run => run is { Job: "tidy-up", FinishedAt: not null })), run => run.Job == "tidy-up");
        Assert.EndsWith($"/{worker.Id}", run.Node, StringComparison.Ordinal);
        Assert.Null(run.Error);
    }

    [Fact]
    public async Task The_worker_says_what_it_needs_where_the_database_has_one_process_only()
    {
        await using var worker = Worker.Start(null);
        var (code, complaint) = await worker.Ends();

        Assert.Equal(1, code);
        Assert.Contains("Portal:Database:Provider", complaint, StringComparison.Ordinal);
    }
}
