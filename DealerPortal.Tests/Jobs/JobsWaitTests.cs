using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.Data.Sqlite;

namespace DealerPortal.Tests.Jobs;

/// <summary>The storage of the timetable is locked, gone or cannot be used: the jobs wait, the portal answers, and afterwards what is due is done once.</summary>
[Trait("Category", "Slow")]
public sealed class JobsWaitTests
{
    private static readonly Actor Administrator = new(Guid.CreateVersion7(), "王五", new HashSet<Role> { Role.Administrator }, null, new HashSet<string>(), "test");

    [Fact]
    public async Task A_portal_starts_beside_a_storage_that_cannot_be_used_and_runs_the_jobs_when_it_can()
    {
        using var folder = new Scheduler.Folder();
        // A folder of that name: neither a file that can be opened nor a place where one can be made.
        var file = Path.Combine(folder.Path, "jobs.db");
        Directory.CreateDirectory(file);
        await using var host = await Scheduler.Start([Scheduler.Entry("ticks", "* * * * * ?", () => new(1, 1, 0))], folder.Path);

        await Scheduler.Until(() => host.Desk.WaitingSince is not null);
        Assert.NotNull((await host.The<JobBoard>().For(Administrator, default))!.WaitingSince);
        Assert.Equal("job.storage-away", (await host.The<RunJob>().Run(new(Guid.CreateVersion7(), "ticks"), Administrator, default)).Refusal?.Code);
        Assert.Empty(await host.Runs());

        Directory.Delete(file, recursive: true);
        await host.Until(runs => runs.Exists(run => run.Changed == 1));
        await Scheduler.Until(() => host.Desk.WaitingSince is null);
    }

    [Fact]
    public async Task While_the_storage_is_locked_the_jobs_wait_and_go_on_afterwards()
    {
        using var folder = new Scheduler.Folder();
        await using var host = await Scheduler.Start([Scheduler.Entry("ticks", "* * * * * ?", () => new(1, 1, 0))], folder.Path);
        await host.Until(runs => runs.Exists(run => run.Changed == 1));

        await using (var other = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "jobs.db")};Pooling=False"))
        {
            await other.OpenAsync();
            await using var take = other.CreateCommand();
            take.CommandText = "BEGIN EXCLUSIVE";
            await take.ExecuteNonQueryAsync();
            await Scheduler.Until(() => host.Desk.WaitingSince is not null);
            Assert.NotNull((await host.The<JobBoard>().For(Administrator, default))!.WaitingSince);
        }

        var before = (await host.Runs()).Count;
        await host.Until(runs => runs.Count(run => run.Changed == 1) > before + 1);
        await Scheduler.Until(() => host.Desk.WaitingSince is null);
    }

    [Fact]
    public async Task A_storage_that_is_deleted_is_laid_out_anew()
    {
        using var folder = new Scheduler.Folder();
        await using var host = await Scheduler.Start([Scheduler.Entry("ticks", "* * * * * ?", () => new(1, 1, 0))], folder.Path);
        await host.Until(runs => runs.Exists(run => run.Changed == 1));

        foreach (var file in Directory.GetFiles(folder.Path, "jobs.db*")) File.Delete(file);
        await Scheduler.Until(() => host.Desk.WaitingSince is not null);
        await Scheduler.Until(() => host.Desk.WaitingSince is null);

        var before = (await host.Runs()).Count;
        await host.Until(runs => runs.Count(run => run.Changed == 1) > before + 1);
        Assert.True(File.Exists(Path.Combine(folder.Path, "jobs.db")));
    }
}
