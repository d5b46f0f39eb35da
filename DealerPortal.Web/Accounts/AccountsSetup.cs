using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using DealerPortal.Domain;
using DealerPortal.Web.Shell;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Web.Accounts;

/// <summary>Who may come in: Identity over the portal's database, a cookie, and a door that is shut unless a page says otherwise.</summary>
public static class AccountsSetup
{
    public static IServiceCollection AddAccounts(this IServiceCollection services, PortalSettings settings)
    {
        services.AddIdentityCore<User>(options =>
        {
            options.Lockout.MaxFailedAccessAttempts = settings.SignIn.LockAfter;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(settings.SignIn.LockMinutes);
        }).AddSignInManager().AddEntityFrameworkStores<PortalDb>().AddClaimsPrincipalFactory<PersonClaims>();
        // Identity's stores want a context per request; nothing that lives in a circuit may ask for it.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext());

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies => cookies.ApplicationCookie!.Configure(options => Bake(options, settings)));
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromSeconds(settings.SignIn.CheckEverySeconds));
        services.AddScoped<ISecurityStampValidator, SecurityStampValidator<User>>();
        services.AddTransient<IClaimsTransformation, ConnectionClaim>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        services.AddCascadingAuthenticationState();
        services.AddScoped<AuthenticationStateProvider, WatchedSession>();
        services.AddDataProtection().SetApplicationName("DealerPortal").KeepKeys(settings);
        return services;
    }

    // Several processes share one PostgreSQL and may run on several machines; the embedded database has one process and its folder.
    private static void KeepKeys(this IDataProtectionBuilder protection, PortalSettings settings)
    {
        if (settings.Database.IsPostgres) protection.PersistKeysToDbContext<PortalDb>();
        else protection.PersistKeysToFileSystem(KeyFolder(settings));
    }

    // Whoever reads these keys can make himself anybody's cookie: the folder is for the portal's own account alone.
    private static DirectoryInfo KeyFolder(PortalSettings settings)
    {
        var path = Path.Combine(settings.DataFolder, "keys");
        return OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static void Bake(CookieAuthenticationOptions options, PortalSettings settings)
    {
        options.Cookie.Name = "portal";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = settings.Http.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        options.LoginPath = PortalUrls.SignIn;
        options.AccessDeniedPath = "/";
        options.ReturnUrlParameter = "back";
        options.ExpireTimeSpan = TimeSpan.FromDays(settings.SignIn.SessionDays);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
    }
}
