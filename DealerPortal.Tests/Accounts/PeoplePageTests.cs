using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Accounts;

public sealed class PeoplePageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task A_person_is_added_and_comes_in_by_the_link(string language)
    {
        var admin = await Visit(await Administrator(), Screen.For(language), language);
        await admin.Go("/people");
        await admin.IsAccessible();
        await admin.Shot("people");
        await admin.Go("/people/new");
        await admin.Field("people.name").First.FillAsync("许静");
        await admin.Field("accounts.user-name").FillAsync("x");
        await admin.Button("people.add").ClickAsync();
        await admin.Page.Locator("[role=alert]").First.WaitForAsync();
        await admin.IsAccessible();
        await admin.Shot("people-new");
        var user = $"xu-{language}";
        await admin.Field("accounts.user-name").FillAsync(user);
        await admin.Field("role.Finance", exact: true).CheckAsync();
        await admin.Button("people.add").ClickAsync();
        var link = await admin.Page.Locator("#one-time-link").InputValueAsync();
        await admin.IsAccessible();

        var guest = await Visit(null, Screen.For(language), language);
        await guest.Page.GotoAsync(link);
        await guest.IsAccessible();
        await guest.Shot("invitation");
        await guest.Page.Locator("input[type=password]").FillAsync("a long sentence 9");
        await guest.Page.Locator("main button.primary").ClickAsync();
        await guest.Page.WaitForURLAsync(guest.Url + "/");
        await guest.Go("/account");
        await guest.Sees(user);
        await guest.IsAccessible();
        await guest.Shot("account");
    }

    [Fact]
    public async Task A_person_of_a_dealer_is_added_with_the_dealer_found_by_part_of_his_name()
    {
        var dealer = await Host.Dealer("D-FOUND");
        var admin = await Visit(await Administrator(), Screen.Phone);
        await admin.Go("/people/new");
        await admin.Field("people.name").First.FillAsync("王建国");
        await admin.Field("accounts.user-name").FillAsync("wang-found");
        await admin.Field("people.dealer", exact: true).CheckAsync();
        await admin.Button("people.add").ClickAsync();
        await admin.Says("refusal.accounts.unknown-dealer");
        await admin.Input("dealer").PressSequentiallyAsync("D-FOU");
        await admin.Page.GetByText($"{dealer.Code} {dealer.Name}").ClickAsync();
        await admin.Field("role.DealerOwner", exact: true).CheckAsync();
        await admin.IsAccessible();
        await admin.Shot("people-new-dealer");
        await admin.Button("people.add").ClickAsync();

        await admin.Says("people.link");
        Assert.Equal(dealer.Id, await Host.Db(db => db.Users.Where(user => user.UserName == "wang-found").Select(user => user.DealerId).SingleAsync()));
    }

    [Fact]
    public async Task The_open_page_of_somebody_disabled_stops_working_and_says_what_to_do()
    {
        var agent = await Host.Person("蒋丽", (Role.Auditor, null));
        var open = await Visit(agent);
        await open.Go("/history");
        var admin = await Visit(await Administrator());
        await admin.Go($"/people/{agent.UserId}");
        await admin.IsAccessible();

        await admin.Button("people.disable").ClickAsync();
        await admin.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = admin.Word("people.disable") }).ClickAsync();

        await admin.Says("people.standing.Disabled");
        await admin.Shot("person-disabled");
        await open.Says("accounts.session-ended.title");
        await open.IsAccessible();
        await open.Page.ReloadAsync();
        // The cookie itself is asked again after half a minute at the latest; the stamp it bears is no longer the person's.
        Assert.False(await Host.The<Sessions>().StillHolds(agent.UserId!.Value, "whatever", default));
    }

    [Fact]
    public async Task The_roles_of_a_person_are_changed_and_the_last_administrator_stays()
    {
        var person = await Host.Person("施文", (Role.LogisticsHead, null));
        var admin = await Visit(await Administrator());
        await admin.Go($"/people/{person.UserId}");

        await admin.Field("role.Finance", exact: true).CheckAsync();
        await admin.Button("people.posts-save").ClickAsync();
        await admin.Says("people.posts-saved");
        await admin.Says("happening.PostGiven", Fact.Of("施文"), Fact.Word("role.Finance"), Fact.Word("region.all"));

        Assert.Equal([Role.Finance, Role.LogisticsHead], (await Host.Db(db => db.Posts.Where(post => post.UserId == person.UserId).ToListAsync())).Select(post => post.Role).Order());
    }

    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task The_auditor_checks_and_exports_the_record(string language)
    {
        var auditor = await Visit(await Host.Person("孔正", (Role.Auditor, null)), Screen.For(language), language);
        await Host.The<AddPerson>().Run(new(Guid.CreateVersion7(), "somebody-" + Guid.NewGuid().ToString("N"), "某人", null, [new(Role.Finance, null)], Secret.New()), Actor.System("test"), default);
        await auditor.Go("/history");
        await auditor.Page.Locator("section.card button").ClickAsync();
        await auditor.Says("history.sound");
        await auditor.IsAccessible();
        await auditor.Shot("history");

        var download = await auditor.Page.RunAndWaitForDownloadAsync(() => auditor.Page.Locator("a[download]").ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content);
        Assert.Equal("number,at,who,from,kind,sentence,subject,dealer,clause,hash", await reader.ReadLineAsync());
        Assert.Contains("UserAdded", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/people")]
    [InlineData("/people/new")]
    [InlineData("/history")]
    public async Task Others_are_told_that_this_is_not_for_them(string page)
    {
        var dealer = await Host.Dealer("PP" + page.Length);
        var owner = await Visit(await Host.DealerOwner(dealer), Screen.Phone);

        await owner.Go(page);

        await owner.Says("refusal.not-allowed");
        await owner.IsAccessible();
        Assert.Equal(404, (await owner.Page.APIRequest.GetAsync(owner.Url + "/history.csv")).Status);
    }

    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task The_door_can_be_used_by_everybody(string language)
    {
        var stranger = await Visit(null, Screen.For(language), language);
        await stranger.Page.GotoAsync(stranger.Url + "/sign-in?refused=accounts.wrong-password&name=wang");
        await stranger.IsAccessible();
        await stranger.Shot("sign-in");
        await stranger.Page.GotoAsync(stranger.Url + "/set-up/nothing");
        await stranger.IsAccessible();
    }

    private Task<Actor> Administrator() => Host.Person("张华", (Role.Administrator, null));
}
