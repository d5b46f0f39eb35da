using System.Net;
using DealerPortal.Domain;
using Microsoft.AspNetCore.HttpOverrides;
using NetEscapades.AspNetCore.SecurityHeaders;

namespace DealerPortal.Web.Shell;

/// <summary>What a browser is told to refuse on our behalf, and whom we believe about where a request came from.</summary>
public static class HttpSafety
{
    /// <summary>The policy of addresses that answer with somebody's file: whatever its bytes are, it runs and loads nothing.</summary>
    public const string InertFile = "inert-file";

    public static IServiceCollection AddHttpSafety(this IServiceCollection services, PortalSettings settings)
    {
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in settings.Http.Proxies.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                options.KnownProxies.Add(IPAddress.Parse(proxy));
        });
        services.AddAntiforgery(options =>
            options.Cookie.SecurePolicy = settings.Http.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest);
        services.AddSecurityHeaderPolicies()
            .SetDefaultPolicy(headers => Common(headers).AddContentSecurityPolicy(Pages))
            .AddPolicy(InertFile, headers => Common(headers)
                .AddContentSecurityPolicy(Inert)
                .AddCrossOriginResourcePolicy(policy => policy.SameOrigin()));
        return services;
    }

    public static void UseHttpSafety(this WebApplication app, PortalSettings settings)
    {
        if (settings.Http.BehindProxy) app.UseForwardedHeaders();
        if (settings.Http.RequireHttps) app.UseHsts().UseHttpsRedirection();
        app.UseSecurityHeaders();
    }

    /// <summary>What a script written into the page itself must carry to be run.</summary>
    public static string Nonce(this HttpContext context) => context.GetNonce();

    private static HeaderPolicyCollection Common(HeaderPolicyCollection headers) => headers
        .AddContentTypeOptionsNoSniff()
        .AddFrameOptionsDeny()
        .AddReferrerPolicySameOrigin()
        .AddPermissionsPolicyWithDefaultSecureDirectives()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin());

    // Nothing comes from, or goes to, another site. MudBlazor writes style elements and attributes; its style sheet holds pictures as data;
    // a photo is shown from a blob before it is sent. The one script in the page itself is the import map.
    private static void Pages(CspBuilder policy)
    {
        policy.AddDefaultSrc().None();
        policy.AddScriptSrc().Self().WithNonce();
        policy.AddStyleSrc().Self().UnsafeInline();
        policy.AddImgSrc().Self().Data().Blob();
        policy.AddFontSrc().Self();
        policy.AddConnectSrc().Self();
        policy.AddBaseUri().Self();
        policy.AddFormAction().Self();
        policy.AddFrameAncestors().None();
    }

    private static void Inert(CspBuilder policy)
    {
        policy.AddDefaultSrc().None();
        policy.AddSandbox();
    }
}
