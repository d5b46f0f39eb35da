using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Accounts;

public sealed partial class FirstStartTests
{
    private const string Good = "a long sentence 9";

    [Fact]
    public async Task The_first_start_prints_a_link_that_makes_one_administrator_even_when_sent_twice()
    {
        var host = new DoorHost("Production", DoorHost.NewFolder());
        var (one, two) = (host.Visitor(), host.Visitor());
        var link = await Link(host);
        (string, string)[] fields = [("link", link["/set-up/".Length..]), ("userName", "boss"), ("fullName", "老板"), ("password", Good)];

        var answers = await Task.WhenAll(one.Send(link, "/set-up", fields), two.Send(link, "/set-up", fields));

        Assert.Single(answers, answer => answer.Headers.Location!.OriginalString == "/");
        Assert.Single(answers, answer => answer.Headers.Location!.OriginalString.EndsWith("refused=accounts.link-spent", StringComparison.Ordinal));
        Assert.Equal(Role.Administrator, (await host.Db(db => db.Users.SingleAsync())).Posts.Single().Role);
        Assert.Contains("refused", await Shown(one, link), StringComparison.Ordinal);
        await host.Stop();

        var again = new DoorHost("Production", host.Folder);
        await again.Visitor().Get("/sign-in");
        await Task.Delay(300);
        Assert.DoesNotContain(again.Lines.Lines, line => line.Contains("/set-up/", StringComparison.Ordinal));
        await again.End();
    }

    [Fact]
    public async Task Production_knows_no_demo_people_and_no_door_for_them()
    {
        var host = await DoorHost.New();
        await host.Person("demo-administrator", Good, Role.Administrator);
        var visitor = host.Visitor();
        var page = await (await visitor.Get("/sign-in")).Content.ReadAsStringAsync();
        var token = TokenPattern().Match(page).Groups[1].Value;

        Assert.DoesNotContain("demo", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Post("/sign-in/as-demo", ("who", "demo-administrator"), ("__RequestVerificationToken", token))).StatusCode);
        Assert.False(await visitor.IsInside());
        await host.End();
    }

    [Fact]
    public async Task In_development_one_tap_is_enough_and_a_restart_adds_nobody()
    {
        var host = new DoorHost("Development", DoorHost.NewFolder());
        await Ready.Demo(host.Folder);
        var visitor = host.Visitor();

        await visitor.Send("/sign-in", "/sign-in/as-demo", ("who", "demo-owner-1"));

        Assert.True(await visitor.IsInside());
        var people = await host.Db(db => db.Users.CountAsync());
        await host.Stop();

        var again = new DoorHost("Development", host.Folder);
        Assert.Equal(people, await again.Db(db => db.Users.CountAsync()));
        await again.End();
    }

    [Fact]
    public async Task A_set_up_link_ends_after_a_day_and_a_newer_one_voids_it()
    {
        await using var portal = await Portal.Start();
        var setUp = portal.The<SetUpPortal>();
        var first = (await setUp.Offer(default))!.Value;
        var second = (await setUp.Offer(default))!.Value;

        Assert.False((await setUp.Look(first, default)).IsDone);
        portal.Clock.Advance(Duration.FromHours(24) - Duration.Epsilon);
        Assert.True((await setUp.Look(second, default)).IsDone);
        portal.Clock.Advance(Duration.Epsilon);
        Assert.Equal("accounts.link-spent", (await setUp.Run(new(second, "boss", "老板", Good), Actor.System("test"), default)).Refusal!.Code);
        Assert.Equal(0, await portal.Db(db => db.Users.CountAsync()));
    }

    [Theory]
    [InlineData("boss", "老板", "short", "accounts.password-short")]
    [InlineData("boss", "老板", "aaaaaaaaaaaa", "accounts.password-plain")]
    [InlineData("boss", "老板", "my boss is 9 great", "accounts.password-plain")]
    [InlineData("b o", "老板", Good, "accounts.user-name")]
    [InlineData("boss", " ", Good, "accounts.full-name")]
    public async Task A_refused_form_leaves_the_link_good(string userName, string fullName, string password, string code)
    {
        await using var portal = await Portal.Start();
        var setUp = portal.The<SetUpPortal>();
        var link = (await setUp.Offer(default))!.Value;

        Assert.Equal(code, (await setUp.Run(new(link, userName, fullName, password), Actor.System("test"), default)).Refusal!.Code);
        Assert.True((await setUp.Run(new(link, "boss", "老板", Good), Actor.System("test"), default)).IsDone);
    }

    private static async Task<string> Link(DoorHost host)
    {
        await host.Visitor().Get("/sign-in");
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            var line = host.Lines.Lines.FirstOrDefault(line => line.Contains("/set-up/", StringComparison.Ordinal));
            if (line is not null) return line[line.IndexOf("/set-up/", StringComparison.Ordinal)..];
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), "No link was printed within a minute.");
        }
    }

    private static async Task<string> Shown(Visitor visitor, string page)
    {
        var html = await (await visitor.Get(page)).Content.ReadAsStringAsync();
        return html.Contains("password", StringComparison.Ordinal) ? "form" : "refused";
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex TokenPattern();
}
