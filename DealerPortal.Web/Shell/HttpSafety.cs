using System.Net;
using System.Security.Cryptography;
using DealerPortal.Domain;
using Microsoft.AspNetCore.HttpOverrides;

namespace DealerPortal.Web.Shell;

/// <summary>What a browser is told to refuse on our behalf, and whom we believe about where a request came from.</summary>
public static class HttpSafety
{
    private const string NonceKey = "portal.nonce";

    public static IServiceCollection AddHttpSafety(this IServiceCollection services, PortalSettings settings)
    {
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in settings.Http.Proxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) options.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = settings.Http.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest);
        return services;
    }

    public static void UseHttpSafety(this WebApplication app, PortalSettings settings)
    {
        if (settings.Http.BehindProxy) app.UseForwardedHeaders();
        if (settings.Http.RequireHttps) app.UseHsts().UseHttpsRedirection();
        app.Use((context, next) =>
        {
            Head(context);
            return next();
        });
    }

    /// <summary>What a script written into the page itself must carry to be run.</summary>
    public static string Nonce(this HttpContext context)
    {
        if (context.Items[NonceKey] is string nonce) return nonce;
        context.Items[NonceKey] = nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        return nonce;
    }

    // Radzen sets styles on elements; photos are shown from blobs before they are sent. Nothing comes from, or goes to, another site.
    private static void Head(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{context.Nonce()}'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
            + "connect-src 'self' blob:; worker-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
