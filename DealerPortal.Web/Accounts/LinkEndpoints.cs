using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Web.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DealerPortal.Web.Accounts;

/// <summary>Where one-time links end, and where a person changes his own account: plain HTTP, because each gives or takes the cookie.</summary>
public static class LinkEndpoints
{
    public static void MapLinks(this IEndpointRouteBuilder app)
    {
        app.MapPost(PortalUrls.SetUp, SetUp).AllowAnonymous().RequireRateLimiting(SignInLimit.Policy);
        app.MapPost(PortalUrls.Invitation, Accept).AllowAnonymous().RequireRateLimiting(SignInLimit.Policy);
        app.MapPost(PortalUrls.AccountPassword, ChangePassword).RequireRateLimiting(SignInLimit.Policy);
        app.MapPost(PortalUrls.AccountSignOutEverywhere, SignOutEverywhere).RequireToken();
    }

    private static async Task<IResult> SetUp(
        [FromForm] string link, [FromForm] string? fullName, [FromForm] string? userName, [FromForm] string? password, HttpContext context, SetUpPortal setUp, SignInManager<User> door)
    {
        var founded = await setUp.Run(new(new(link), userName ?? "", fullName ?? "", password ?? ""), Actor.System(ConnectionClaim.AddressOf(context)), default);
        return await EnterOr(founded, $"{PortalUrls.SetUp}/{Uri.EscapeDataString(link)}", context, door);
    }

    private static async Task<IResult> Accept([FromForm] string link, [FromForm] string? password, HttpContext context, AcceptInvitation accept, SignInManager<User> door)
    {
        var accepted = await accept.Run(new(new(link), password ?? ""), ConnectionClaim.AddressOf(context), default);
        return await EnterOr(accepted, $"{PortalUrls.Invitation}/{Uri.EscapeDataString(link)}", context, door);
    }

    private static async Task<IResult> ChangePassword([FromForm] string? current, [FromForm] string? password, HttpContext context, ChangePassword change, SignInManager<User> door)
    {
        var me = SignedInActor.From(context);
        if ((await change.Run(new(current ?? "", password ?? ""), me, default)).Refusal is { } refusal) return Back(PortalUrls.Account, refusal);

        await Enter(me.UserId!.Value, context, door);
        return Results.LocalRedirect(PortalUrls.Account + "?done=password");
    }

    private static async Task<IResult> SignOutEverywhere(HttpContext context, SignOutEverywhere signOut, SignInManager<User> door)
    {
        var me = SignedInActor.From(context);
        await signOut.Run(new(me.UserId!.Value), me, default);
        await door.SignOutAsync();
        return Results.LocalRedirect(PortalUrls.SignIn);
    }

    private static async Task<IResult> EnterOr(Outcome<Guid> outcome, string page, HttpContext context, SignInManager<User> door)
    {
        if (outcome.Refusal is { } refusal) return Back(page, refusal);
        await Enter(outcome.Value, context, door);
        return Results.LocalRedirect(PortalUrls.Home);
    }

    private static async Task Enter(Guid id, HttpContext context, SignInManager<User> door) =>
        await AccountEndpoints.Enter(context, door, (await door.UserManager.FindByIdAsync(id.ToString()))!);

    private static IResult Back(string page, Refusal refusal) => Results.LocalRedirect($"{page}?refused={refusal.Code}");
}
