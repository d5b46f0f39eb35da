using System.Collections.Concurrent;
using System.Diagnostics;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using DealerPortal.Jobs;
using DealerPortal.Tests.Deliveries;
using DealerPortal.Tests.Jobs;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace DealerPortal.Benchmarks;

/// <summary>500 windows that end at random instants: how long after its end each is recorded and told, on SQLite and on PostgreSQL with two processes;
/// and what the scheduler costs while nothing is due. Aim: 2 s (p99), 5 s at most, 3 % of a core.</summary>
internal static class OnTime
{
    private const int Deadlines = 500;
    private static readonly Duration Idle = Duration.FromSeconds(60);
    private static readonly Duration Spread = Duration.FromSeconds(120);

    public static async Task Run(TextWriter to)
    {
        foreach (var database in new[] { Database.Sqlite, Database.Postgres })
        {
            var world = await World.Begin(on: database);
            await using var portal = world.Portal;
            await Measure(to, world, database);
        }
    }

    private static async Task Measure(TextWriter to, World world, Database database)
    {
        var isSqlite = database == Database.Sqlite;
        using var host = Host(world.Portal, isSqlite);
        await host.StartAsync();
        var workers = isSqlite ? [] : new[] { Worker.Start(world.Portal.Connection), Worker.Start(world.Portal.Connection) };
        foreach (var worker in workers) await worker.Started;
        // What a start compiles is no part of being idle.
        await Task.Delay(TimeSpan.FromMinutes(2));

        using var me = Process.GetCurrentProcess();
        Func<TimeSpan>[] clocks = isSqlite ? [() => { me.Refresh(); return me.TotalProcessorTime; }] : [.. workers.Select(worker => (Func<TimeSpan>)(() => worker.Processor))];
        var (before, watch) = (clocks.Select(clock => clock()).ToList(), Stopwatch.StartNew());
        await Task.Delay(Idle.ToTimeSpan());
        var idle = clocks.Zip(before, (clock, was) => (clock() - was) / watch.Elapsed);
        await to.WriteLineAsync($"{database}, idle: {string.Join(" and ", idle.Select(share => $"{share:P1}"))} of a core");

        var late = await Wait(host, world.Dealer.DealerId!.Value);
        await to.WriteLineAsync($"{database}, {late.Count} of {Deadlines} deadlines, recorded and told after: p50 {At(0.5):N0} ms, p95 {At(0.95):N0} ms, p99 {At(0.99):N0} ms, at most {late[^1]:N0} ms, at least {late[0]:N0} ms");
        foreach (var worker in workers) await worker.DisposeAsync();
        await host.StopAsync();

        double At(double share) => late[(int)Math.Ceiling(share * late.Count) - 1];
    }

    // On PostgreSQL this process only lays the windows and listens, like a page that is open.
    private static IHost Host(Portal portal, bool run)
    {
        var settings = new PortalSettings { Pack = "doors-and-windows", DataFolder = portal.DataFolder, Jobs = new(run) };
        if (portal.Connection is { } connection) settings = settings with { Database = new("Postgres", connection) };
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole();
#pragma warning disable RS0030 // What is measured is real time.
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
        builder.Services.AddDealerPortalDomain(settings).AddDealerPortalJobs(settings);
        return builder.Build();
    }

    // The change feed speaks after the save with the record, the history and the notices.
    private static async Task<List<double>> Wait(IHost host, Guid dealer)
    {
        var (clock, feed, random) = (host.Services.GetRequiredService<IClock>(), host.Services.GetRequiredService<ChangeFeed>(), new Random(20261127));
        var begins = clock.GetCurrentInstant() + Duration.FromSeconds(10);
        var ends = Enumerable.Range(0, Deadlines).ToDictionary(_ => Guid.CreateVersion7(), _ => begins + Duration.FromMilliseconds(random.NextDouble() * Spread.TotalMilliseconds));
        var late = new ConcurrentDictionary<Guid, double>();
        await host.Services.GetRequiredService<PortalWork>().Do(Actor.System("benchmark"), db =>
        {
            db.PickUps.AddRange(ends.Select(one => Ending(one.Key, dealer, one.Value)));
            return Task.FromResult(Outcome.Done);
        }, default);
        var hearing = ends.Select(one => feed.On(Topics.PickUp(one.Key), () =>
        {
            late.TryAdd(one.Key, (clock.GetCurrentInstant() - one.Value).TotalMilliseconds);
            return Task.CompletedTask;
        })).ToList();
        for (var i = 0; i < 200 && late.Count < Deadlines; i++) await Task.Delay(1000);
        foreach (var one in hearing) one.Dispose();
        return [.. late.Values.Order()];
    }

    private static PickUp Ending(Guid id, Guid dealer, Instant ends)
    {
        var starts = ends - Duration.FromHours(4);
        // Recorded so late that both reminders are overtaken: what is left is the end of the window.
        var pickUp = new PickUp(id, dealer, starts, ends - Duration.FromSeconds(1), []);
        pickUp.Await("window-guard", 8, new Ruling<Window>(new Window(starts, ends), Given.Clause, []));
        return pickUp;
    }
}
