using System.Globalization;
using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Words;

namespace DealerPortal.Tests.Shell;

public sealed class FrameTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task The_frame_speaks_the_reader_s_language_and_is_accessible(string language)
    {
        var agent = await Host.Person("蒋丽", (Role.AfterSalesAgent, null));
        var visit = await Visit(agent, Screen.For(language), language);
        await visit.Go("/");
        await visit.Says("nav.home");
        Assert.Equal(language, await visit.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(visit.Word("app.skip"), await visit.Page.Locator(".skip").TextContentAsync());
        await visit.IsAccessible();
        await visit.Shot("home");
    }

    [Fact]
    public async Task A_person_switches_the_language_and_stays_where_he_was()
    {
        var visit = await Visit(await Host.Person("蒋丽", (Role.AfterSalesAgent, null)));
        await visit.Go("/?from=here");
        await visit.Page.Locator(".bar-side .menu summary").Last.ClickAsync();

        await visit.Button("English").ClickAsync();

        await visit.Page.Locator("html[lang=en]").WaitForAsync();
        await visit.Settled();
        Assert.EndsWith("/?from=here", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dark_is_kept_in_the_browser_and_shown_before_the_first_paint()
    {
        var visit = await Visit(await Host.Person("蒋丽", (Role.AfterSalesAgent, null)));
        await visit.Go("/");
        await visit.Page.Locator(".bar-side .menu summary").Last.ClickAsync();
        await visit.Button("app.dark").ClickAsync();
        Assert.Equal("dark", await visit.Page.Locator("html").GetAttributeAsync("data-look"));

        await visit.Go("/");

        Assert.Equal("dark", await visit.Page.Locator("html").GetAttributeAsync("data-look"));
        await visit.IsAccessible();
    }

    [Fact]
    public async Task The_keyboard_alone_reaches_the_content_and_the_menu()
    {
        var visit = await Visit(await Host.Person("蒋丽", (Role.AfterSalesAgent, null)));
        await visit.Go("/");

        await visit.Page.Locator(".bar-side .menu summary").Last.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        Assert.True(await visit.Page.Locator(".bar-side .menu-sheet").Last.IsVisibleAsync());
        await visit.Page.Keyboard.PressAsync("Escape");

        Assert.False(await visit.Page.Locator(".bar-side .menu-sheet").Last.IsVisibleAsync());
        Assert.Equal("SUMMARY", await visit.Page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    [Fact]
    public async Task An_address_without_a_page_says_so_and_leads_back()
    {
        ExpectFaults();
        var visit = await Visit(await Host.Person("蒋丽", (Role.AfterSalesAgent, null)), Screen.Phone);

        var answer = await visit.Page.GotoAsync(visit.Url + "/no/such/page");

        Assert.Equal(404, answer!.Status);
        await visit.Says("not-here.title");
        await visit.Link("not-here.home").ClickAsync();
        await visit.Settled();
        Assert.Empty(Host.Faults.Take());
    }

    [Fact]
    public async Task News_from_somebody_who_reads_Chinese_reaches_an_English_page_in_English()
    {
        var administrator = await Host.Person("张华", (Role.Administrator, null));
        var visit = await Visit(administrator, language: Screen.English);
        // The host of these tests is shared, and its list of people is longer than a page.
        await visit.Go("/people?search=newcomer");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Screen.Chinese);

        var added = await Host.The<AddPerson>().Run(new(Guid.CreateVersion7(), "newcomer", "新来的人", null, [new(Role.Finance, null)], Secret.New()), administrator, default);

        Assert.True(added.IsDone);
        await visit.Sees("新来的人");
        var row = await visit.Page.Locator("tr", new() { HasText = "新来的人" }).InnerTextAsync();
        Assert.Contains("Finance", row, StringComparison.Ordinal);
        Assert.DoesNotContain(Lexicon.Chinese.Find("role.Finance")!, row, StringComparison.Ordinal);
    }
}
