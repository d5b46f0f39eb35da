using DealerPortal.Domain.Accounts;
using DealerPortal.Web.Accounts;
using DealerPortal.Web.Words;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace DealerPortal.Web.Shell;

/// <summary>What the frame of the screens needs.</summary>
public static class ShellSetup
{
    public static IServiceCollection AddShell(this IServiceCollection services) =>
        services.AddSingleton<ThemeSheet>().AddSingleton<ReadsInWaiting>().AddScoped<PageReads>().AddSingleton<Moments>().AddSingleton<Wording>().AddSingleton<TurnOfDay>().AddHostedService(portal => portal.GetRequiredService<TurnOfDay>());

    /// <summary>A person who asks for a page that is not there gets one that says so; a script gets its plain answer.</summary>
    public static void UseNotFoundPage(this WebApplication app)
    {
        app.UseStatusCodePagesWithReExecute(PortalUrls.NotFound, createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            var isPage = HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
            if (!isPage && context.Features.Get<IStatusCodePagesFeature>() is { } pages) pages.Enabled = false;
            return next();
        });
    }

    public static void MapShell(this IEndpointRouteBuilder app)
    {
        // A page whose connection broke asks here until the server answers again.
        app.MapGet(PortalUrls.Alive, () => Results.NoContent()).AllowAnonymous();
        app.MapGet(PortalUrls.Theme, Theme).AllowAnonymous();
        app.MapPost(PortalUrls.Language, SwitchLanguage).AllowAnonymous();
    }

    // The address changes with the theme, so that a browser may keep what it has for good.
    private static async Task<IResult> Theme(HttpContext context, ThemeSheet sheet)
    {
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return Results.Text(await sheet.Text(), "text/css; charset=utf-8");
    }

    private static async Task<IResult> SwitchLanguage(HttpContext context, [FromForm] string to, [FromForm] string? back, ChooseLanguage choose)
    {
        Languages.Remember(context, to);
        if (SignedInActor.TryFrom(context) is { } me) await choose.Run(new(to), me, default);
        return Results.LocalRedirect(PortalUrls.IsLocal(back) ? back! : PortalUrls.Home);
    }
}
