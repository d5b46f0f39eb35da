using System.Net;
using System.Text.RegularExpressions;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Accounts;

public sealed class SignInTests
{
    private const string Good = "a long sentence 9";

    [Fact]
    public async Task Nothing_but_the_door_opens_to_a_stranger()
    {
        var host = await DoorHost.New();
        var stranger = host.Visitor();
        string[] open = ["/alive", "/invitation", "/invitation/{Link}", "/language", "/not-found", "/set-up", "/set-up/{Link}", "/sign-in", "/sign-in/as-demo", "/sign-in/with-password", "/sign-out", "/theme.css"];

        var endpoints = host.The<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(endpoint => !IsAsset(endpoint)).ToList();
        var anonymous = endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'));
        Assert.Equal(open, anonymous.Distinct().Order(StringComparer.Ordinal));

        foreach (var address in endpoints.Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Except(open).Distinct())
        {
            var answer = await stranger.Get(System.Text.RegularExpressions.Regex.Replace(address, @"\{[^}]+\}", Guid.Empty.ToString()));
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed, $"{address} answered {answer.StatusCode}");
            if (answer.StatusCode == HttpStatusCode.Redirect) Assert.StartsWith("/sign-in?", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
        await host.End();
    }

    [Fact]
    public async Task The_right_password_opens_and_leads_back_to_where_one_was_going()
    {
        var host = await DoorHost.New();
        await host.Person("wang", Good);
        var wang = host.Visitor();

        var answer = await wang.SignIn("WANG", Good, "/pick-ups?open=1");

        Assert.Equal("/pick-ups?open=1", answer.Headers.Location!.OriginalString);
        Assert.True(await wang.IsInside());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("portal=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        await host.End();
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    public async Task Nobody_is_led_out_of_the_portal(string back)
    {
        var host = await DoorHost.New();
        await host.Person("wang", Good);

        var answer = await host.Visitor().SignIn("wang", Good, back);

        Assert.Equal("/", answer.Headers.Location!.OriginalString);
        await host.End();
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_name_even_for_the_right_one_until_it_is_unlocked()
    {
        var host = await DoorHost.New();
        var user = await host.Person("wang", Good);
        var wang = host.Visitor();

        for (var i = 1; i <= 4; i++) Assert.Contains("refused=accounts.wrong-password", (await wang.SignIn("wang", "wrong " + i)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        for (var i = 5; i <= 6; i++) Assert.Contains("refused=accounts.locked-out", (await wang.SignIn("wang", "wrong " + i)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains("refused=accounts.locked-out", (await wang.SignIn("wang", Good)).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(1, await host.Db(db => db.History.CountAsync(entry => entry.What == Happening.UserLockedOut)));

        await host.The<UnlockPerson>().Run(new(user.Id), Actor.System("test"), default);

        await wang.SignIn("wang", Good);
        Assert.True(await wang.IsInside());
        await host.End();
    }

    [Fact]
    public async Task Whoever_signs_out_is_out()
    {
        var host = await DoorHost.New();
        await host.Person("wang", Good);
        var wang = host.Visitor();
        await wang.SignIn("wang", Good);

        var answer = await wang.Send("/account", "/sign-out");

        Assert.Equal("/sign-in", answer.Headers.Location!.OriginalString);
        Assert.False(await wang.IsInside());
        await host.End();
    }

    [Theory]
    [InlineData("/sign-out")]
    [InlineData("/account/sign-out-everywhere")]
    public async Task Nobody_is_signed_out_by_a_form_without_its_token(string address)
    {
        var host = await DoorHost.New();
        await host.Person("wang", Good);
        var wang = host.Visitor();
        await wang.SignIn("wang", Good);

        var answer = await wang.Post(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(await wang.IsInside());
        await host.End();
    }

    [Fact]
    public async Task An_unknown_name_is_answered_like_a_wrong_password()
    {
        var host = await DoorHost.New();
        await host.Person("wang", Good);

        var unknown = await host.Visitor().SignIn("nobody", "whatever it is");
        var wrong = await host.Visitor().SignIn("wang", "whatever it is");

        Assert.Equal(wrong.Headers.Location!.OriginalString, unknown.Headers.Location!.OriginalString.Replace("nobody", "wang", StringComparison.Ordinal));
        await host.End();
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var host = await DoorHost.New();
        await host.Person("wang", Good);

        var answer = await host.Visitor().Post("/sign-in/with-password", ("userName", "wang"), ("password", Good));

        Assert.NotEqual("/", answer.Headers.Location?.OriginalString);
        Assert.DoesNotContain(answer.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(cookie => cookie.StartsWith("portal=", StringComparison.Ordinal)));
        await host.End();
    }

    [Fact]
    public async Task A_form_from_before_signing_in_leads_back_to_its_page_which_says_so()
    {
        var host = await DoorHost.New();
        await host.Person("wang", Good);
        var wang = host.Visitor();
        wang.Client.DefaultRequestHeaders.Add("Accept", "text/html");
        wang.Client.DefaultRequestHeaders.Referrer = new("https://portal.example/account?done=password");
        await wang.SignIn("wang", Good);

        var answer = await wang.Post("/language", ("to", "en"), ("__RequestVerificationToken", "stale"));

        Assert.Equal("/account?done=password&refused=accounts.stale-form", answer.Headers.Location!.OriginalString);
        wang.Client.DefaultRequestHeaders.Referrer = new("https://evil.example/account");
        Assert.Equal("/", (await wang.Post("/language", ("to", "en"))).Headers.Location!.OriginalString);
        await host.End();
    }

    [Fact]
    public async Task Whoever_is_inside_already_goes_straight_on()
    {
        var host = await DoorHost.New();
        await host.Person("wang", Good);
        var wang = host.Visitor();
        await wang.SignIn("wang", Good);

        Assert.EndsWith("/orders", (await wang.Get("/sign-in?back=%2Forders")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        await host.End();
    }

    [Fact]
    public async Task The_language_a_person_chose_comes_with_him_to_the_next_browser()
    {
        var host = await DoorHost.New();
        await host.Person("wang", Good);
        var wang = host.Visitor();
        await wang.SignIn("wang", Good);
        await wang.Send("/account", "/language", ("to", "en"), ("back", "//evil.example"));

        var elsewhere = host.Visitor();
        await elsewhere.SignIn("wang", Good);

        Assert.Contains("My account", await (await elsewhere.Get("/account")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await host.End();
    }

    [Fact]
    public async Task The_language_chosen_before_signing_in_holds()
    {
        var host = await DoorHost.New();
        await host.Person("wang", Good);
        var wang = host.Visitor();
        await wang.Send("/sign-in", "/language", ("to", "en"), ("back", "/sign-in"));

        await wang.SignIn("wang", Good);

        Assert.Contains("My account", await (await wang.Get("/account")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await host.End();
    }

    [Fact]
    public async Task Too_many_attempts_from_one_address_wait_a_minute()
    {
        var host = await DoorHost.New(("Portal:SignIn:AttemptsPerMinute", "3"));
        await host.Person("wang", Good);
        var wang = host.Visitor();
        for (var i = 0; i < 3; i++) await wang.SignIn("somebody", "wrong");

        var answer = await wang.SignIn("wang", Good);

        Assert.Contains("accounts.too-many-attempts", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(await wang.IsInside());
        await host.End();
    }

    [Fact]
    public async Task A_page_tells_the_browser_what_to_refuse()
    {
        var host = await DoorHost.New();

        var answer = await host.Visitor().Get("/sign-in");
        var again = await host.Visitor().Get("/sign-in");

        var attribute = Regex.Match(await answer.Content.ReadAsStringAsync(), "<script type=\"importmap\" nonce=\"(?<value>[^\"]{20,})\"");
        var nonce = WebUtility.HtmlDecode(attribute.Groups["value"].Value);
        Assert.Equivalent(
            new[] { "default-src 'none'", $"script-src 'self' 'nonce-{nonce}'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self'",
                "connect-src 'self'", "base-uri 'self'", "form-action 'self'", "frame-ancestors 'none'" },
            Header(answer, "Content-Security-Policy").Split("; "),
            strict: true);
        Assert.DoesNotContain(nonce, Header(again, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(
            ["nosniff", "DENY", "same-origin", "same-origin"],
            new[] { "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy" }.Select(name => Header(answer, name)));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        await host.End();
    }

    [Fact]
    public async Task Behind_https_the_browser_is_told_to_stay_there()
    {
        var host = await DoorHost.New(("Portal:Http:RequireHttps", "true"));

        Assert.Contains("max-age=31536000", (await host.Visitor().Get("/sign-in")).Headers.GetValues("Strict-Transport-Security").Single(), StringComparison.Ordinal);

        await host.End();
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.GetValues(name).Single();

    private static bool IsAsset(RouteEndpoint endpoint) => endpoint.Metadata.Any(data => data.GetType().Name is "StaticAssetDescriptor");
}
