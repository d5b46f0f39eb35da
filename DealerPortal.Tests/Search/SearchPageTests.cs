using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Orders;
using DealerPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Search;

public sealed class SearchPageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task A_person_at_a_desk_finds_and_opens_with_the_keyboard_alone(string language)
    {
        var (first, _) = await Orders("SK-" + language);
        var visit = await Visit(await Host.Person("蒋丽", (Role.AfterSalesAgent, null)), language: language);
        await visit.Go("/");

        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("sk-" + language);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/search?q=*");
        await visit.Says("search.found", Fact.Number(2));
        await visit.IsAccessible();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");

        await visit.Page.WaitForURLAsync($"**/orders/{first}");
    }

    [Fact]
    public async Task On_a_phone_it_is_one_tap_away_and_says_when_nothing_was_found()
    {
        var (_, owner) = await Orders("SP");
        var phone = await Visit(owner, Screen.Phone);
        await phone.Go("/");

        await phone.Page.Locator(".bar-find").ClickAsync();
        await phone.Says("search.begin");
        await phone.IsAccessible();
        await phone.Input("q").FillAsync("%");
        await phone.Button("search.act").ClickAsync();
        await phone.Says("search.none");
        await phone.Input("q").FillAsync("SP");
        await phone.Button("search.act").ClickAsync();

        await Expect(phone.Page.Locator(".hits a")).ToHaveCountAsync(2);
        await phone.IsAccessible();
    }

    [Fact]
    public async Task Without_the_circuit_s_help_the_field_asks_with_its_form()
    {
        await Orders("SF");
        var visit = await Visit(await Host.Person("蒋丽", (Role.AfterSalesAgent, null)));
        await visit.Go("/search?q=SF");

        await Expect(visit.Page.Locator("#search")).ToHaveValueAsync("SF");
        await Expect(visit.Page.Locator(".bar-search")).ToHaveAttributeAsync("action", "/search");
    }

    // The older of two orders, which stands second, and whose they are.
    private async Task<(Guid First, Actor Owner)> Orders(string number)
    {
        var dealer = await Host.Dealer("D-" + number);
        Order[] orders = [.. Enumerable.Range(1, 2).Select(i => new Order(Guid.CreateVersion7(), $"{number.ToUpperInvariant()}-{i}", new(dealer.Id, new(2026, 2, i), [new(1, "gate", "大门", null, 1)])))];
        await Host.Db(db => { db.Orders.AddRange(orders); return Task.FromResult(0); });
        return (orders[0].Id, await Host.DealerOwner(dealer));
    }
}
