using MudBlazor;

namespace DealerPortal.Web.Controls;

/// <summary>What the controls need beside MudBlazor's own services.</summary>
public static class ControlsSetup
{
    public static IServiceCollection AddControls(this IServiceCollection services) =>
        services.AddTransient<MudLocalizer, PortalMudLocalizer>().AddScoped<Toasts>();
}
