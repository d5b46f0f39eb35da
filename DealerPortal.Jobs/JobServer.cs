using DealerPortal.Domain;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DealerPortal.Jobs;

/// <summary>Lays out the timetable and runs it, and watches over the storage: where that is locked, gone or full, the jobs wait and the portal goes on.</summary>
/// <remarks>In a process that leaves the running to another it only watches whether anybody runs it.</remarks>
internal sealed partial class JobServer(
    JobStore store, JobHealth health, IReadOnlyList<Timetable.Entry> entries, PortalSettings settings, IJobFilterProvider filters,
    IServiceScopeFactory scopes, TimeProvider time, ILogger<JobServer> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    // So often in a row the storage may fail to answer before it is opened anew.
    private const int Patience = 3;

    // A server that has not been heard of for so long is gone.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    private BackgroundJobServer? server;
    private int failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Every question to the storage blocks its thread.
            await Task.Run(() => Round(stoppingToken), CancellationToken.None);
            await Task.Delay(Look, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await Task.Run(StopServer, CancellationToken.None);
    }

    private void Round(CancellationToken stop)
    {
        try
        {
            if (settings.Jobs.Run && server is null) Begin();
            else Check();
            failures = 0;
            if (health.Works()) LogWorks();
        }
#pragma warning disable CA1031 // Each storage throws what it likes; whatever it is, the jobs wait and the portal goes on.
        catch (Exception fault) when (!stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            if (health.Waits()) LogWaits(fault, fault.Message);
            if (++failures < Patience && server is not null) return;
            StopServer();
            store.LetGo();
            failures = 0;
        }
        catch (Exception) when (stop.IsCancellationRequested) { /* The portal is stopping. */ }
    }

    private void Begin()
    {
        LayTimetable();
        server = new(
            new BackgroundJobServerOptions
            {
                WorkerCount = 4,
                SchedulePollingInterval = TimeSpan.FromSeconds(1),
                HeartbeatInterval = TimeSpan.FromSeconds(15),
                ServerTimeout = Silence,
                // At the end of the portal jobs are told to stop, and put back.
                StopTimeout = TimeSpan.Zero,
                ShutdownTimeout = TimeSpan.FromSeconds(10),
                Activator = new AspNetCoreJobActivator(scopes),
                FilterProvider = filters,
            },
            store);
    }

    // What was disabled because it could not be scheduled is scheduled again by this, too.
    private void LayTimetable()
    {
        var recurring = new RecurringJobManager(store, filters);
        foreach (var entry in entries)
        {
            var job = Job.FromExpression<PortalJob>(portal => portal.Run(entry.Code, null, null, null, CancellationToken.None));
            recurring.AddOrUpdate(entry.Code, job, entry.Cron, new RecurringJobOptions { TimeZone = Timetable.Zone, MisfireHandling = MisfireHandlingMode.Relaxed });
        }
        foreach (var stale in Stored().Except(entries.Select(entry => entry.Code))) recurring.RemoveIfExists(stale);
    }

    private HashSet<string> Stored()
    {
        using var line = store.GetConnection();
        return line.GetAllItemsFromSet("recurring-jobs");
    }

    // Reads and writes, so that a full disk shows too.
    private void Check()
    {
        if (!settings.Database.IsPostgres && !File.Exists(JobStore.FileOf(settings))) throw new FileNotFoundException("The file of the timetable is gone.", JobStore.FileOf(settings));
        if (!settings.Jobs.Run)
        {
            if (!store.GetMonitoringApi().Servers().Any(one => one.Heartbeat > time.GetUtcNow().UtcDateTime - Silence)) throw new InvalidOperationException("No process runs the timetable.");
            return;
        }

        using var line = store.GetConnection();
        line.SetRangeInHash("portal:alive", [KeyValuePair.Create(JobRunner.Node, JobHelper.SerializeDateTime(time.GetUtcNow().UtcDateTime))]);
        var all = line.GetRecurringJobs();
        if (failures > 0 || all.Count < entries.Count || all.Any(job => job.Error is not null)) LayTimetable();
    }

    private void StopServer()
    {
        server?.Dispose();
        server = null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The jobs wait: {Why} The portal goes on, and what is due is done when they run again")]
    private partial void LogWaits(Exception fault, string why);

    [LoggerMessage(Level = LogLevel.Information, Message = "The jobs run again")]
    private partial void LogWorks();
}
