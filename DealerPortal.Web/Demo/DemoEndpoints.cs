using DealerPortal.Domain.Accounts;
using DealerPortal.Web.Accounts;
using DealerPortal.Web.Shell;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DealerPortal.Web.Demo;

/// <summary>The door for demo people, without a password. Outside Development there is no such door.</summary>
public static class DemoEndpoints
{
    public static void MapDemo(this IEndpointRouteBuilder app) => app.MapPost(PortalUrls.SignInAsDemo, As).AllowAnonymous();

    private static async Task<IResult> As([FromForm] string who, [FromForm] string? back, HttpContext context, SignInManager<User> door, IWebHostEnvironment host)
    {
        if (!host.IsDevelopment() || !DemoPeople.All.Any(person => person.UserName == who) || await door.UserManager.FindByNameAsync(who) is not { IsDisabled: false } user) return Results.NotFound();

        await AccountEndpoints.Enter(context, door, user);
        return Results.LocalRedirect(PortalUrls.IsLocal(back) ? back! : PortalUrls.Home);
    }
}
