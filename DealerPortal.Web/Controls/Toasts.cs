using MudBlazor;

namespace DealerPortal.Web.Controls;

/// <summary>A word that what one did oneself is done, and that goes by itself. What needs an answer never stands here.</summary>
public sealed class Toasts(ISnackbar bar)
{
    public void Done(string text) => bar.Add(text, Severity.Success, Configure);

    private static void Configure(SnackbarOptions options)
    {
        options.VisibleStateDuration = 4000;
        options.ShowTransitionDuration = options.HideTransitionDuration = 150;
        options.SnackbarVariant = Variant.Filled;
    }
}
