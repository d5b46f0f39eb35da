using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Web.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DealerPortal.Web.Accounts;

/// <summary>Coming in and going out, over plain HTTP: a circuit cannot give a cookie.</summary>
public static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        app.MapPost(PortalUrls.SignInWithPassword, WithPassword).AllowAnonymous().RequireRateLimiting(SignInLimit.Policy);
        app.MapPost(PortalUrls.SignOut, SignOut).AllowAnonymous().RequireToken();
    }

    private static async Task<IResult> WithPassword(
        [FromForm] string? userName, [FromForm] string? password, [FromForm] string? back, HttpContext context, SignInManager<User> door, NoteLockOut noteLockOut)
    {
        var user = await door.UserManager.FindByNameAsync(userName?.Trim() ?? "");
        var refusal = await Check(user, password ?? "", door, noteLockOut);
        if (refusal is not null || user is null) return BackToSignIn(refusal, userName, back);

        await Enter(context, door, user);
        return Results.LocalRedirect(PortalUrls.IsLocal(back) ? back! : PortalUrls.Home);
    }

    // An unknown name takes as long as a wrong password, and is answered alike: nobody learns who has an account.
    private static async Task<Refusal?> Check(User? user, string password, SignInManager<User> door, NoteLockOut noteLockOut)
    {
        if (user is null)
        {
            door.UserManager.PasswordHasher.HashPassword(new User(Guid.Empty, "nobody", "", null), password);
            return new Refusal("accounts.wrong-password");
        }

        var wasLocked = await door.UserManager.IsLockedOutAsync(user);
        var result = await door.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (result.IsLockedOut && !wasLocked) await noteLockOut.Run(user.Id, default);
        return result switch
        {
            { IsLockedOut: true } => new Refusal("accounts.locked-out"),
            { Succeeded: false } => new Refusal("accounts.wrong-password"),
            _ when user.IsDisabled => new Refusal("accounts.disabled"),
            _ => null,
        };
    }

    /// <summary>Gives the person the cookie, and a browser in which no language was chosen yet the person's.</summary>
    internal static async Task Enter(HttpContext context, SignInManager<User> door, User user)
    {
        await door.SignInAsync(user, isPersistent: true);
        if (!Languages.IsChosen(context)) Languages.Remember(context, user.Language);
    }

    private static async Task<IResult> SignOut(SignInManager<User> door)
    {
        await door.SignOutAsync();
        return Results.LocalRedirect(PortalUrls.SignIn);
    }

    internal static IResult BackToSignIn(Refusal? refusal, string? userName, string? back) => Results.LocalRedirect(PortalUrls.SignIn + QueryString.Create(
        new Dictionary<string, string?> { ["refused"] = refusal?.Code, ["name"] = userName, ["back"] = PortalUrls.IsLocal(back) ? back : null }));
}
