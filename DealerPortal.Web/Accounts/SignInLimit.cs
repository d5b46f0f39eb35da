using System.Threading.RateLimiting;
using DealerPortal.Domain;
using DealerPortal.Web.Shell;

namespace DealerPortal.Web.Accounts;

/// <summary>How often one network address may try to get in.</summary>
public static class SignInLimit
{
    public const string Policy = "sign-in";

    public static IServiceCollection AddSignInLimit(this IServiceCollection services, PortalSettings settings) => services.AddRateLimiter(options =>
    {
        options.AddPolicy(Policy, context => RateLimitPartition.GetFixedWindowLimiter(
            ConnectionClaim.AddressOf(context),
            _ => new() { PermitLimit = settings.SignIn.AttemptsPerMinute, Window = TimeSpan.FromMinutes(1) }));
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            context.HttpContext.Response.Redirect($"{PortalUrls.SignIn}?refused=accounts.too-many-attempts");
            return ValueTask.CompletedTask;
        };
    });
}
