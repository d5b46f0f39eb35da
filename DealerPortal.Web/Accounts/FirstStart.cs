using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Web.Shell;

namespace DealerPortal.Web.Accounts;

/// <summary>A portal without people has no default password: it prints a one-time link, with which the first administrator makes himself.</summary>
public static partial class FirstStart
{
    /// <summary>Prints the link as soon as the portal listens; nothing once there are people.</summary>
    public static void OfferSetUp(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() => _ = Offer(app));

    private static async Task Offer(WebApplication app)
    {
        try
        {
            if (await app.Services.GetRequiredService<SetUpPortal>().Offer(app.Lifetime.ApplicationStopping) is not { } secret) return;
            var address = app.Services.GetRequiredService<PortalSettings>().Http.PublicUrl ?? app.Urls.FirstOrDefault() ?? "http://localhost";
            LogLink(app.Logger, $"{address.TrimEnd('/')}{PortalUrls.SetUp}/{secret.Text}");
        }
        catch (Exception fault) when (fault is not OperationCanceledException) { LogNoLink(app.Logger, fault); }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody can sign in yet. Make the first administrator here, within 24 hours, once: {Link}")]
    private static partial void LogLink(ILogger log, string link);

    [LoggerMessage(Level = LogLevel.Error, Message = "The set-up link could not be made. Restart the portal to try again.")]
    private static partial void LogNoLink(ILogger log, Exception fault);
}
