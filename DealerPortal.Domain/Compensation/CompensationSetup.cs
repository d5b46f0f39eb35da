using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Domain.Compensation;

/// <summary>The capability's own part of the list of what is registered.</summary>
internal static class CompensationSetup
{
    public static void AddCompensation(this IServiceCollection services)
    {
        services.AddSingleton<EarnLateDays>();
    }
}
