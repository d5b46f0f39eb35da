using DealerPortal.Domain;
using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Storage;
using DealerPortal.Jobs;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace DealerPortal.Tests.Jobs;

/// <summary>The domain and a timetable of the test's own in a process of their own, as far as the scheduler can tell.</summary>
internal sealed class Scheduler(IHost host, Scheduler.Folder? own) : IAsyncDisposable
{
    public IJobDesk Desk => The<IJobDesk>();

    public T The<T>() where T : notnull => host.Services.GetRequiredService<T>();

    public static Timetable.Entry Entry(string code, string cron, Func<SweepCount> does) => new(code, cron, _ => (_, _) => Task.FromResult(does()));

    /// <param name="folder">The data folder of a portal that was here before; null for a new one.</param>
    /// <param name="postgres">The connection to a database of PostgreSQL; null for SQLite.</param>
    /// <param name="run">Whether this process runs the timetable, or only looks at it.</param>
    public static async Task<Scheduler> Start(IReadOnlyList<Timetable.Entry> entries, string? folder = null, string? postgres = null, bool run = true)
    {
        var own = folder is null ? new Folder() : null;
        var settings = new PortalSettings { Pack = "doors-and-windows", DataFolder = folder ?? own!.Path, Jobs = new(run) };
        if (postgres is not null) settings = settings with { Database = new("Postgres", postgres) };
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

    public Task<List<JobRun>> Runs() => Db(db => db.JobRuns.AsNoTracking().ToListAsync());

    public async Task<T> Db<T>(Func<PortalDb, Task<T>> look)
    {
        await using var db = await The<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        return await look(db);
    }

    /// <summary>The runs, as soon as they are what the test waits for.</summary>
    public async Task<List<JobRun>> Until(Predicate<List<JobRun>> seen)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var runs = await Runs();
            if (seen(runs)) return runs;
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>Waits until something holds.</summary>
    public static async Task Until(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!holds()) await Task.Delay(100, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
        own?.Dispose();
    }

    /// <summary>A data folder, gone with the test.</summary>
    internal sealed class Folder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("jobs-").FullName;

        public void Dispose()
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(Path, recursive: true);
        }
    }
}
