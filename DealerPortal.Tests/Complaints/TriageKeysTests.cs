using System.Text.RegularExpressions;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Complaints;

/// <summary>The board worked by keyboard alone, and what it shows kept in its address.</summary>
public sealed class TriageKeysTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_supervisor_moves_claims_assigns_searches_and_opens_without_a_mouse()
    {
        var dealer = await Lay(3);
        var colleague = await Host.Person("小钱 " + dealer.Code, (Role.AfterSalesAgent, null));
        var visit = await Visit(await Host.Person("孙主管", (Role.AfterSalesSupervisor, null)));
        await visit.Go($"/triage?dealer={dealer.Code}");
        await Expect(visit.Page.Locator(".triage .row")).ToHaveCountAsync(3);
        await visit.Page.Locator("body[data-listens]").WaitForAsync();
        var keys = visit.Page.Keyboard;

        await keys.PressAsync("?");
        await Expect(visit.Page.Locator("#keys")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("#keys kbd")).ToHaveCountAsync(8);
        await visit.IsAccessible();
        await keys.PressAsync("Escape");
        await Expect(visit.Page.Locator("#keys")).ToBeHiddenAsync();

        await keys.PressAsync("j");
        await keys.PressAsync("j");
        await keys.PressAsync("k");
        await keys.PressAsync("j");
        var second = await visit.Page.Locator(".triage .row").Nth(1).GetAttributeAsync("data-case");
        await Expect(visit.Page.Locator(".triage [aria-current=true]")).ToHaveAttributeAsync("data-case", second!);
        Assert.Contains($"case={second}", visit.Page.Url, StringComparison.Ordinal);

        await keys.PressAsync("c");
        await Expect(visit.Page.Locator($"[data-case='{second}']")).ToContainTextAsync("孙主管");
        await keys.PressAsync("a");
        await Expect(visit.Select("case.colleague")).ToBeFocusedAsync();
        await visit.Choose(visit.Select("case.colleague"), colleague.Name);
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await Expect(visit.Page.Locator($"[data-case='{second}']")).ToContainTextAsync(colleague.Name);

        await keys.PressAsync("/");
        await Expect(visit.Page.Locator("#find")).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await keys.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(new Regex($"/cases/{second}"));
    }

    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task Filters_and_the_selected_row_stand_in_the_address_and_survive_a_reload(string language)
    {
        var dealer = await Lay(2);
        var visit = await Visit(await Host.Person("客服", (Role.AfterSalesAgent, null)), language == Screen.English ? Screen.Phone : Screen.Desktop, language);
        await visit.Go("/triage");
        await visit.Page.Locator(".filters > summary").ClickAsync();

        await visit.Field("triage.filter.dealer").FillAsync(dealer.Code);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("dealer=" + dealer.Code));
        await visit.Choose(visit.Select("triage.filter.due"), visit.Word("triage.due.Week"));
        await Expect(visit.Page).ToHaveURLAsync(new Regex("due=Week"));
        await Expect(visit.Page.Locator(".triage .row")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator(".filter-chips li")).ToHaveCountAsync(3);
        await Expect(visit.Page.Locator(".triage [aria-sort=ascending]")).ToHaveCountAsync(1);
        if (language == Screen.Chinese)
            foreach (var column in new[] { ".dealer", ".summary", ".state-cell", ".turn", ".due", ".owner" })
                Assert.Single((await visit.Page.Locator($".triage .row {column}").EvaluateAllAsync<double[]>("all => all.map(one => one.getBoundingClientRect().left)")).Distinct());
        await visit.Page.Locator("body[data-listens]").WaitForAsync();
        await visit.Page.Locator("h1").FocusAsync();
        await visit.Page.Keyboard.PressAsync("j");
        await visit.IsAccessible();
        await visit.Shot("triage");

        await visit.Page.ReloadAsync();
        await visit.Settled();
        await Expect(visit.Page.Locator(".triage .row")).ToHaveCountAsync(2);
        await Expect(visit.Page.Locator(".triage [aria-current=true]")).ToHaveCountAsync(1);
        await visit.Page.Locator(".filters > summary").ClickAsync();
        await visit.Choose(visit.Select("triage.filter.state"), visit.Word("case.state.Disputed"));
        await Expect(visit.Page.Locator(".triage .row")).ToHaveCountAsync(0);
        await visit.Says("triage.none-filtered");
        await visit.Page.Locator(".filter-chips a").Nth(1).ClickAsync();
        await Expect(visit.Page).Not.ToHaveURLAsync(new Regex("dealer="));
        await visit.Page.Locator(".state .button").ClickAsync();
        await Expect(visit.Page.Locator(".filter-chips")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_opens_a_case_is_seen_on_the_board_until_he_leaves_it()
    {
        var dealer = await Lay(1);
        var (board, desk) = (await Visit(await Host.Person("小李", (Role.AfterSalesAgent, null))), await Visit(await Host.Person("小周", (Role.AfterSalesAgent, null))));
        await board.Go($"/triage?dealer={dealer.Code}");
        var row = board.Page.Locator(".triage .row");

        await desk.Go($"/cases/{await row.GetAttributeAsync("data-case")}");
        await Expect(row).ToContainTextAsync(board.Word("presence.looking", Fact.Of("小周")));
        await desk.Field("talk.text").FocusAsync();
        await Expect(row).ToContainTextAsync(board.Word("presence.typing", Fact.Of("小周")));
        await desk.Page.Locator("a[href='/']").First.ClickAsync();
        await Expect(row).Not.ToContainTextAsync("小周");
    }

    private async Task<Dealer> Lay(int count)
    {
        var dealer = await Host.Dealer("D-" + Guid.NewGuid().ToString("N")[..6]);
        var agent = await Host.Person("录入", (Role.AfterSalesAgent, null));
        for (var i = 0; i < count; i++)
        {
            var filed = await Host.The<FileComplaint>().Run(new(Guid.CreateVersion7(), dealer.Id, new() { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = $"焊点过大 {i}" }), agent, default);
            Assert.True(filed.IsDone, filed.Refusal?.Code);
        }
        Assert.Equal(count, await Host.Db(db => db.Complaints.CountAsync(one => one.DealerId == dealer.Id)));
        return dealer;
    }
}
