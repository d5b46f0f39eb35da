using DealerPortal.Domain;
using DealerPortal.Domain.Jobs;
using Hangfire;
using Hangfire.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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
        services.AddSingleton<JobHealth>();
        services.AddSingleton<JobLock>();
        services.AddSingleton<JobRunner>();
        services.AddScheduler();
        services.AddHostedService<JobServer>();
        if (settings.Jobs.Run) services.AddHostedService<DueTimer>();
        return services;
    }

    // The scheduler's own places for storage and filters are static; here each host has its own.
    private static void AddScheduler(this IServiceCollection services)
    {
        services.AddSingleton<JobStore>();
        services.AddSingleton<JobStorage>(portal => portal.GetRequiredService<JobStore>());
        services.AddSingleton<IJobFilterProvider>(new JobFilterAttributeFilterProvider());
        services.AddHangfire((portal, hangfire) => hangfire
            .UseLogProvider(new LastingLog(portal.GetRequiredService<ILoggerFactory>()))
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings());
    }
}
