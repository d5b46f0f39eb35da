using DealerPortal.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Jobs;

/// <summary>Registers the timetable in whichever process is to run it.</summary>
public static class JobsSetup
{
    public static IServiceCollection AddDealerPortalJobs(this IServiceCollection services, PortalSettings settings) => services;
}
