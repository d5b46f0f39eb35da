using System.Diagnostics;
using System.Security.Claims;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Accounts;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace DealerPortal.Tests.Accounts;

public sealed class SessionTests
{
    private const string Good = "a long sentence 9";

    [Fact]
    public async Task A_session_outlives_a_restart_of_the_portal()
    {
        var first = await DoorHost.New();
        await first.Person("wang", Good);
        var answer = await first.Visitor().SignIn("wang", Good);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("portal=", StringComparison.Ordinal)).Split(';')[0];
        await first.Stop();

        var second = new DoorHost("Production", first.Folder);
        var wang = second.Visitor();
        wang.Client.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.True(await wang.IsInside());
        await second.End();
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("sign out everywhere")]
    [InlineData("change posts")]
    public async Task Whoever_is_shut_out_is_out_with_the_next_check(string how)
    {
        var host = await DoorHost.New(("Portal:SignIn:CheckEverySeconds", "1"));
        var user = await host.Person("wang", Good, Role.Finance);
        var wang = host.Visitor();
        await wang.SignIn("wang", Good);
        Assert.True(await wang.IsInside());

        var admin = Actor.System("test");
        var outcome = how switch
        {
            "disable" => await host.The<DisablePerson>().Run(new(user.Id), admin, default),
            "sign out everywhere" => await host.The<SignOutEverywhere>().Run(new(user.Id), admin, default),
            _ => await host.The<ChangePosts>().Run(new(user.Id, [new(Role.Auditor, null)]), admin, default),
        };
        Assert.True(outcome.IsDone);
        await Task.Delay(1200);

        Assert.False(await wang.IsInside());
        Assert.Equal(how == "disable", (await wang.SignIn("wang", Good)).Headers.Location!.OriginalString.Contains("accounts.disabled", StringComparison.Ordinal));
        await host.End();
    }

    [Fact]
    public async Task The_open_page_of_somebody_disabled_ends_at_once_by_the_news()
    {
        await using var portal = await Portal.Start();
        var (user, session) = await Watched(portal);

        await portal.The<DisablePerson>().Run(new(user.Id), Actor.System("test"), default);

        await Until(async () => !await IsIn(session));
        session.Dispose();
    }

    [Fact]
    public async Task Without_any_news_an_open_page_ends_with_the_next_check()
    {
        await using var portal = await Portal.Start(with: settings => settings with { SignIn = new(CheckEverySeconds: 1) });
        var (user, session) = await Watched(portal);
        Assert.True(await IsIn(session));

        await portal.Db(async db =>
        {
            (await db.Users.SingleAsync()).EndSessions();
            return true;
        });

        await Until(async () => !await IsIn(session));
        session.Dispose();
    }

    [Fact]
    public async Task A_session_that_is_still_good_stays_through_checks_and_news()
    {
        await using var portal = await Portal.Start(with: settings => settings with { SignIn = new(CheckEverySeconds: 1) });
        var (user, session) = await Watched(portal);

        portal.The<ChangeFeed>().Changed(Topics.User(user.Id));
        await Task.Delay(1500);

        Assert.True(await IsIn(session));
        session.Dispose();
    }

    private static async Task<(User, WatchedSession)> Watched(Portal portal)
    {
        var user = new User(Guid.CreateVersion7(), "wang", "王建国", null);
        user.Hold(Role.Finance, null);
        await portal.Db(db => Task.FromResult(db.Users.Add(user)));
        var session = new WatchedSession(portal.The<Sessions>(), portal.The<ChangeFeed>(), portal.The<PortalSettings>(), TimeProvider.System, NullLogger<WatchedSession>.Instance);
        var claims = new Claim[] { new(ClaimTypes.NameIdentifier, user.Id.ToString()), new("AspNet.Identity.SecurityStamp", user.SecurityStamp!) };
        session.SetAuthenticationState(Task.FromResult(new AuthenticationState(new(new ClaimsIdentity(claims, "test")))));
        return (user, session);
    }

    private static async Task<bool> IsIn(WatchedSession session) => (await session.GetAuthenticationStateAsync()).User.Identity!.IsAuthenticated;

    private static async Task Until(Func<Task<bool>> so)
    {
        for (var watch = Stopwatch.StartNew(); !await so(); await Task.Delay(50)) Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), "It did not come about within a minute.");
    }
}
