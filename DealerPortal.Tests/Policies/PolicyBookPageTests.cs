using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Shell;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Policies;

public sealed class PolicyBookPageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    private static readonly string Windows = PortalUrls.Clause(new(Books.Pack, "2026-01", "三(三)2 备注1"));

    [Fact]
    public async Task A_dealer_finds_the_clause_from_the_cover_and_tries_it_with_his_own_dates_on_a_phone()
    {
        var dealer = await Visit(await Host.DealerOwner(await Host.Dealer("book-1")), Screen.Phone);
        await dealer.Go(PortalUrls.Policies);
        await dealer.Sees("门窗产品售后服务管理规定");
        await dealer.IsAccessible();
        await dealer.Shot("policy-book");

        await dealer.Page.GetByRole(AriaRole.Link, new() { Name = "经销商验货时间要求" }).ClickAsync();
        await dealer.Says("policies.window.late", Fact.AtTime(new(14, 0)), Fact.AtTime(new(8, 0)));
        await Try(dealer, "防护窗", "8", "2026-03-02T14:20");

        await dealer.Sees("3月2日 周一 14:20 提货，已到 14:00：从 3月3日 周二 08:00 起算（三(三)2 备注1）。");
        await dealer.Sees("加 4 小时，至 3月3日 周二 12:00 止。");
        await dealer.IsAccessible();
        await dealer.Shot("policy-windows");
    }

    [Fact]
    public async Task The_boundary_is_seen_to_move_the_end_and_a_wrong_quantity_is_said_to_be_one()
    {
        var agent = await Visit(await Host.Person("agent", (Role.AfterSalesAgent, null)), Screen.Desktop, Screen.English);
        await agent.Go(Windows);
        var ends = agent.Page.Locator(".try-ends");

        await Try(agent, "Colour tube", "89.5", "2026-03-02T09:00");
        await Assertions.Expect(ends).ToHaveTextAsync("Mon 2 Mar 13:00");
        await agent.Field("Quantity (metres)").FillAsync("90");
        await Assertions.Expect(ends).ToHaveTextAsync("Mon 2 Mar 24:00");
        await agent.Field("Quantity (metres)").FillAsync("-1");
        await agent.Sees("Please give a quantity above zero");
        await Assertions.Expect(ends).ToHaveCountAsync(0);
        await agent.IsAccessible();
    }

    [Theory]
    [InlineData("三(一) 工作日", "2026 年放假与调休")]
    [InlineData("三(三)1", "仓库复检（开箱）")]
    [InlineData("三(三)2", "管材")]
    public async Task Every_clause_reads_well_on_a_phone_and_a_desktop_in_both_languages(string number, string seen)
    {
        var address = PortalUrls.Clause(new(Books.Pack, "2026-01", number));
        var owner = await Host.DealerOwner(await Host.Dealer("book-" + Guid.CreateVersion7().ToString("N")[20..]));
        var chinese = await Visit(owner, Screen.Phone);
        await chinese.Go(address);
        await chinese.Sees(seen);
        await chinese.IsAccessible();
        await chinese.Shot("policy-" + number);

        var english = await Visit(owner, Screen.Phone, Screen.English, dark: true);
        await english.Go(address);
        await english.IsAccessible();
        var desk = await Visit(owner, Screen.Desktop, Screen.English);
        await desk.Go(address);
        await desk.IsAccessible();
        await desk.Shot("policy-" + number);
    }

    [Fact]
    public async Task An_example_explains_its_result_and_the_clause_that_led_here_is_marked()
    {
        var dealer = await Visit(await Host.DealerOwner(await Host.Dealer("book-2")));
        await dealer.Go(Windows);

        await Assertions.Expect(dealer.Page.Locator("dt.cited")).ToHaveTextAsync("三(三)2 备注1");
        await dealer.Page.Locator(".examples .explained summary").Nth(2).ClickAsync();
        await dealer.Sees("3月2日 周一 14:00 提货，已到 14:00：从 3月3日 周二 08:00 起算（三(三)2 备注1）。");
    }

    [Fact]
    public async Task An_edition_and_a_clause_that_are_not_there_are_said_to_be_missing()
    {
        var dealer = await Visit(await Host.DealerOwner(await Host.Dealer("book-3")));
        await dealer.Go(PortalUrls.Edition("doors-and-windows", "1999-01"));
        await dealer.Says("refusal.not-found");
        await dealer.Go(PortalUrls.Clause(new(Books.Pack, "2026-01", "九")));
        await dealer.Says("policies.no-such-clause", Fact.Of("九"));
    }

    private static async Task Try(Visit visit, string family, string quantity, string pickedUp)
    {
        await visit.Choose(visit.Select("policies.try.family"), family);
        await visit.Page.Locator(".try input[inputmode=decimal]").FillAsync(quantity);
        // Day and time in one, as they are pasted.
        await visit.Input("picked-up").FillAsync(pickedUp);
        await visit.Input("picked-up").BlurAsync();
    }
}
