using MudBlazor;
using MudBlazor.Services;

namespace DealerPortal.Web.Controls;

/// <summary>MudBlazor's services, its words, and the portal's own beside them.</summary>
public static class ControlsSetup
{
    public static IServiceCollection AddControls(this IServiceCollection services) =>
        // The first HTML of a page has no place for popovers, and needs none: MudBlazor would log that as an error each time.
        services.AddMudServices(mud => mud.PopoverOptions.CheckForPopoverProvider = false).AddTransient<MudLocalizer, PortalMudLocalizer>().AddScoped<Toasts>();
}
