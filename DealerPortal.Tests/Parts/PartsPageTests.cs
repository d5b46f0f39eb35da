using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Parts;

[Collection(DemoBrowsers.Name)]
public sealed class PartsPageTests(DemoHost host) : BrowserTests(host)
{
    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task Every_part_is_accessible_in_both_languages_light_and_dark(string language)
    {
        var visit = await Visit(await Person(), Screen.For(language), language);
        await visit.Go("/parts");
        await visit.Page.Locator(".facts .explained summary").ClickAsync();
        await visit.Page.Locator(".facts .explained-sheet").WaitForAsync();

        Offences.None([.. await visit.Obstacles(), .. await visit.Unreadable(isDark: false), .. await visit.Unreadable(isDark: true)]);
        await visit.Shot("parts");
    }

    [Fact]
    public async Task A_countdown_tells_its_urgency_by_word_picture_and_step_against_the_portal_s_clock()
    {
        var visit = await Visit(await Person());
        await visit.Go("/parts");

        var large = visit.Page.Locator("due-time[large]");
        await Assertions.Expect(large).ToHaveAttributeAsync("data-step", "urgent");
        await Assertions.Expect(large).ToContainTextAsync(visit.Word("due.urgent"));
        await Assertions.Expect(large.Locator("b")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^4[67]:[0-5][0-9]$"));
        Assert.Equal(1, await large.Locator("svg").CountAsync());
        Assert.Equal("over", await visit.Page.Locator(".table due-time").First.GetAttributeAsync("data-step"));
    }

    [Fact]
    public async Task Fifteen_rows_and_more_stand_on_a_laptop()
    {
        var visit = await Visit(await Person());
        await visit.Go("/parts");

        var row = (await visit.Page.Locator(".table tbody tr").First.BoundingBoxAsync())!.Height;

        Assert.InRange(row, 24, 37);
    }

    [Fact]
    public async Task Trouble_stays_in_its_region_and_can_be_tried_again()
    {
        ExpectFaults();
        var visit = await Visit(await Person());
        await visit.Go("/parts");

        await visit.Button("trouble.title").ClickAsync();

        await visit.Says("trouble.what-now");
        Assert.True(await visit.Page.Locator(".page-head h1").IsVisibleAsync());
        Assert.Contains(Host.Faults.Take(), fault => fault.Contains("Broken on purpose", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_dialog_waits_for_an_answer_and_escape_is_no()
    {
        var visit = await Visit(await Person(), Screen.Phone);
        await visit.Go("/parts");
        await visit.Page.Locator("main .button.danger").First.ClickAsync();
        await visit.Page.Locator("[role=dialog]").WaitForAsync();
        await visit.IsAccessible();
        await visit.Shot("dialog");

        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visit.Page.Locator("[role=dialog]")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator("main .button.danger").First).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    private Task<Actor> Person() => Host.Person("蒋丽", (Role.AfterSalesAgent, null));
}
