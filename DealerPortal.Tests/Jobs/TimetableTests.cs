using DealerPortal.Domain;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Storage;
using DealerPortal.Jobs;
using DealerPortal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;
using Quartz;

namespace DealerPortal.Tests.Jobs;

public sealed class TimetableTests
{
    private const string Never = "0 0 0 1 1 ? 2099";

    [Fact]
    public void Every_schedule_can_be_read_and_runs_again()
    {
        foreach (var entry in Timetable.Entries)
            Assert.NotNull(new CronExpression(entry.Cron, Timetable.Zone).GetNextValidTimeAfter(Shanghai.At("03-02 09:00").ToDateTimeOffset()));
        Assert.Equal(Timetable.Entries.Count, Timetable.Entries.DistinctBy(entry => entry.Code).Count());
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_job_fires_by_itself_and_one_that_throws_does_not_hold_up_the_scheduler()
    {
        await using var host = await Scheduler.Start([Entry("ticks", "* * * * * ?", () => new(1, 1, 0)), Entry("throws", "* * * * * ?", () => throw new InvalidOperationException("broken"))]);

        await host.Until(runs => runs.Count(run => run is { Job: "ticks", Changed: 1 }) >= 2 && runs.Count(run => run is { Job: "throws", Error: not null, FinishedAt: not null }) >= 2);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_job_run_by_hand_runs_at_once_and_its_record_says_who_asked()
    {
        await using var host = await Scheduler.Start([Entry("waits", Never, () => new(3, 1, 0))]);
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
        using var folder = new Folder();
        await using (await Scheduler.Start([Entry("old", Never, () => SweepCount.None), Entry("stays", Never, () => SweepCount.None)], folder.Path)) { }

        await using var host = await Scheduler.Start([Entry("stays", Never, () => SweepCount.None)], folder.Path);

        var stored = await host.The<ISchedulerFactory>().GetScheduler();
        Assert.Equal(["stays"], (await stored.QueryJobs(new JobQuery())).Items.Select(job => job.Key.Name));
        var appointment = Assert.Single(await host.Desk.Appointments(default));
        Assert.Equal(("stays", Shanghai.At("2099-01-01 00:00")), (appointment.Job, appointment.Next));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Jobs_whose_time_lies_in_a_leap_of_the_clock_run_once_and_the_others_do_not()
    {
        await using var host = await Scheduler.Start([Entry("nightly", "0 20 3 ? * MON", () => SweepCount.None), Entry("monthly", "0 0 6 1 * ?", () => SweepCount.None)]);

        await host.Desk.CatchUp(Shanghai.At("2026-03-02 03:20"), Shanghai.At("2026-03-09 03:19:59"), "time machine", default);
        await host.Desk.CatchUp(Shanghai.At("2026-03-02 03:20"), Shanghai.At("2026-03-09 03:20"), "time machine", default);

        await host.Until(runs => runs.Exists(run => run is { Job: "nightly", FinishedAt: not null }));
        Assert.Single(await host.Runs());
    }

    [Fact]
    public void A_process_on_an_embedded_database_that_is_told_not_to_run_the_timetable_has_none()
    {
        var services = new ServiceCollection().AddDealerPortalDomain(new() { Pack = "doors-and-windows" }).AddDealerPortalJobs(new() { Jobs = new(false) });

        Assert.DoesNotContain(services, service => service.ServiceType == typeof(ISchedulerFactory));
    }

    private static Timetable.Entry Entry(string code, string cron, Func<SweepCount> does) => new(code, cron, _ => (_, _) => Task.FromResult(does()));

    /// <summary>The domain and a timetable in a host of their own.</summary>
    private sealed class Scheduler(IHost host, Folder? own) : IAsyncDisposable
    {
        public IJobDesk Desk => The<IJobDesk>();

        public T The<T>() where T : notnull => host.Services.GetRequiredService<T>();

        public static async Task<Scheduler> Start(IReadOnlyList<Timetable.Entry> entries, string? folder = null)
        {
            var own = folder is null ? new Folder() : null;
            var settings = new PortalSettings { Pack = "doors-and-windows", DataFolder = folder ?? own!.Path };
            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
#pragma warning disable RS0030 // The scheduler lives in real time.
            builder.Services.AddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
            builder.Services.AddDealerPortalDomain(settings).AddTimetable(settings, entries);
            var host = builder.Build();
            await host.Services.GetRequiredService<PortalContexts>().Prepare(default);
            await host.StartAsync();
            return new(host, own);
        }

        public async Task<List<JobRun>> Runs()
        {
            await using var db = await The<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
            return await db.JobRuns.AsNoTracking().ToListAsync();
        }

        public async Task<List<JobRun>> Until(Predicate<List<JobRun>> seen)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (true)
            {
                var runs = await Runs();
                if (seen(runs)) return runs;
                await Task.Delay(100, patience.Token);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
            own?.Dispose();
        }
    }

    private sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("jobs-").FullName;

        public void Dispose()
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Path, recursive: true);
        }
    }
}
