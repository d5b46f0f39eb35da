using DealerPortal.Domain;
using DealerPortal.Domain.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace DealerPortal.Jobs;

/// <summary>Registers the timetable: to be run by this process, or only to be looked at and asked.</summary>
public static class JobsSetup
{
    public static IServiceCollection AddDealerPortalJobs(this IServiceCollection services, PortalSettings settings) =>
        services.AddTimetable(settings, Timetable.Entries);

    /// <summary>The same with another timetable, for tests.</summary>
    internal static IServiceCollection AddTimetable(this IServiceCollection services, PortalSettings settings, IReadOnlyList<Timetable.Entry> entries)
    {
        // An embedded database has one process: where that one does not run the timetable, nobody does, and the desk says so.
        if (!settings.Jobs.Run && !settings.Database.IsPostgres) return services;

        services.AddSingleton(entries);
        services.AddSingleton<IJobDesk, JobDesk>();
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "portal");
            quartz.UseDefaultTimeZone(Timetable.Zone);
            quartz.UsePersistentStore(store => KeepIn(store, settings));
            foreach (var entry in entries) Put(quartz, entry);
        });
        if (settings.Jobs.Run) services.AddHostedService<StaleJobs>();
        services.AddQuartzHostedService(options =>
        {
            options.WaitForJobsToComplete = true;
            options.AutoStart = settings.Jobs.Run;
        });
        return services;
    }

    // The schedule has a file of its own on SQLite, where the scheduler takes the whole database for every step;
    // on PostgreSQL it stands beside the portal's tables, and any number of processes share it.
    private static void KeepIn(IPersistentStoreBuilder store, PortalSettings settings)
    {
        if (settings.Database.IsPostgres)
        {
            store.UsePostgres(settings.Database.Connection!);
            // No instance id is given: the name that is made up then is different in each process.
            store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(10));
        }
        else
        {
            store.UseSqlite($"Data Source={Path.Combine(settings.DataFolder, "jobs.db")};Default Timeout=30");
        }
        store.ConfigureStore(options => options.StoreJobDataAsStrings = true);
        store.UseSystemTextJsonSerializer();
        store.ProvisionSchema();
    }

    private static void Put(IQuartzBuilder quartz, Timetable.Entry entry)
    {
        var key = JobDesk.KeyOf(entry.Code);
        quartz.AddJob<PortalJob>(job => job.WithIdentity(key).StoreDurably());
        quartz.AddTrigger<PortalJob>(trigger => trigger.WithIdentity(JobDesk.TriggerOf(entry.Code)).ForJob(key)
            .WithCronSchedule(entry.Cron, cron => cron.InTimeZone(Timetable.Zone).WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)));
    }
}
