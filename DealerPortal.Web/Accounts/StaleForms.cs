using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.WebUtilities;
using DealerPortal.Web.Shell;

namespace DealerPortal.Web.Accounts;

/// <summary>A form that was opened before its reader signed in or out is not what its page would show now: the page is shown anew, and says so.</summary>
public static class StaleForms
{
    internal const string Code = "accounts.stale-form";

    public static void UseStaleForms(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } || !context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)) return next();

        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = PageOf(context.Request);
        return Task.CompletedTask;
    });

    /// <summary>Wants the form's token of an address that reads no field of the form, and so is not asked for it by the framework: 400 without.</summary>
    public static RouteHandlerBuilder RequireToken(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new RequireAntiforgeryTokenAttribute())
        .AddEndpointFilter((call, next) => call.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
            ? next(call)
            : ValueTask.FromResult<object?>(Results.BadRequest()));

    // Where the browser says that the form stood, if that is a page of ours.
    private static string PageOf(HttpRequest request)
    {
        if (!Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page) || page.Authority != request.Host.Value || !PortalUrls.IsLocal(page.AbsolutePath)) return PortalUrls.Home;
        var asked = QueryHelpers.ParseQuery(page.Query);
        asked["refused"] = Code;
        return QueryHelpers.AddQueryString(page.AbsolutePath, asked);
    }
}
