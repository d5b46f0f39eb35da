using DealerPortal.Web.Words;

namespace DealerPortal.Web.Shell;

/// <summary>What the frame of the screens needs.</summary>
public static class ShellSetup
{
    public static IServiceCollection AddShell(this IServiceCollection services) =>
        services.AddSingleton<Moments>().AddSingleton<Wording>();
}
