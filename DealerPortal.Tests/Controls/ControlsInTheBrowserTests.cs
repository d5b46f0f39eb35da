using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Controls;

/// <summary>What only a browser knows of the controls: keys, focus, what a reload keeps, the size of what one taps, and what axe says of what is open.</summary>
[Collection(DemoBrowsers.Name)]
public sealed class ControlsInTheBrowserTests(DemoHost host) : BrowserTests(host)
{
    [Fact]
    public async Task A_select_is_opened_and_chosen_from_with_the_keys_and_keeps_the_focus()
    {
        var visit = await Open();
        await Select(visit).FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        var options = visit.Page.Locator(".mud-popover-open .mud-list-item");
        await Assertions.Expect(options).ToHaveCountAsync(4);
        await Assertions.Expect(Select(visit)).ToBeFocusedAsync();
        await visit.IsAccessible();
        await visit.Shot("select");

        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");

        await Told(visit, "OrderFollowUp");
        await Assertions.Expect(visit.Page.Locator(".mud-popover-open")).ToHaveCountAsync(0);
        await Assertions.Expect(Select(visit)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Escape_closes_a_select_without_a_choice()
    {
        var visit = await Open();
        await Select(visit).ClickAsync();
        await visit.Page.Locator(".mud-popover-open .mud-list-item").First.WaitForAsync();
        await visit.Page.Keyboard.PressAsync("ArrowDown");

        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visit.Page.Locator(".mud-popover-open")).ToHaveCountAsync(0);
        await Assertions.Expect(Select(visit)).ToBeFocusedAsync();
        await Told(visit, "||||");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_calendar_opens_on_its_button_is_accessible_and_closes_with_escape(bool phone)
    {
        var visit = await Open(phone ? Screen.Phone : Screen.Desktop);
        var button = visit.Page.Locator(".field:has(input[name=on]) .mud-input-adornment button");
        await button.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator("[role=dialog] .mud-picker-calendar").First.WaitForAsync();
        await visit.IsAccessible();
        await visit.Shot("calendar");

        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visit.Page.Locator("[role=dialog]")).ToHaveCountAsync(0);
        await Assertions.Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Everything_filled_in_is_there_again_after_a_reload()
    {
        var visit = await Open();
        await Input(visit, "name").FillAsync("张三");
        await Input(visit, "find").FillAsync("防护窗");
        await Input(visit, "amount").FillAsync("12.5");
        await Select(visit).ClickAsync();
        await visit.Page.Locator(".mud-popover-open .mud-list-item").Nth(2).ClickAsync();
        await Input(visit, "on").FillAsync("2026-03-05");
        await Input(visit, "time").FillAsync("14:30");
        await Input(visit, "at").FillAsync("2026-03-02T09:15");
        await visit.Page.Locator("textarea[name=what]").FillAsync("说明");
        await visit.Page.Locator("input[name=look][value=dark]").CheckAsync(new() { Force = true });
        await Input(visit, "agreed").CheckAsync(new() { Force = true });
        await Input(visit, "auto").CheckAsync(new() { Force = true });
        const string all = "张三|防护窗|12.5|OrderFollowUp|2026-03-05|14:30|2026-03-02 09:15|说明|dark|True|True|";
        await Told(visit, all);

        await visit.Page.ReloadAsync();
        await visit.Settled();

        await Told(visit, all);
        await Assertions.Expect(Input(visit, "name")).ToHaveValueAsync("张三");
        await Assertions.Expect(Select(visit)).ToContainTextAsync(visit.Word("role.OrderFollowUp"));
        await Assertions.Expect(Input(visit, "at-time")).ToHaveValueAsync("09:15");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Dealers_tap_on_48_pixels_and_more(bool phone)
    {
        var visit = await Visit(await Host.DealerOwner(await Host.Dealer(phone ? "D-TAPS-P" : "D-TAPS-D")), phone ? Screen.Phone : Screen.Desktop);
        await visit.Go("/parts");
        await visit.Page.Locator("[data-controls]").WaitForAsync();

        var small = await visit.Page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('[data-controls] .mud-input, [data-controls] .select-face, [data-controls] label.mud-checkbox, [data-controls] .check-control label, [data-controls] .choice label, .page-actions .button, .page-actions .action-menu button, .page-actions .icon-button, .fold-head')]
              .filter(e => e.getBoundingClientRect().height < 47.5).map(e => `${e.getBoundingClientRect().height} ${e.outerHTML.slice(0, 120)}`)
            """);

        Offences.None(small);
    }

    [Fact]
    public async Task A_menu_and_a_reason_are_accessible_and_escape_leaves_both()
    {
        var visit = await Open();
        var menu = visit.Page.Locator(".action-menu button");
        await menu.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        var lines = visit.Page.Locator(".mud-popover-open .mud-menu-item");
        await Assertions.Expect(lines.First).ToBeFocusedAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(lines).ToHaveCountAsync(0);
        await Assertions.Expect(menu).ToBeFocusedAsync();
        await menu.ClickAsync();
        await lines.First.WaitForAsync();
        await visit.IsAccessible();
        await visit.Shot("menu");
        await lines.Nth(1).ClickAsync();
        await visit.Page.Locator("[role=dialog] textarea").WaitForAsync();
        await visit.IsAccessible();
        await visit.Shot("reason");

        await visit.Page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(visit.Page.Locator("[role=dialog]")).ToHaveCountAsync(0);
    }

    private async Task<Visit> Open(Screen? screen = null)
    {
        var visit = await Visit(await Host.Person("蒋丽", (Role.AfterSalesAgent, null)), screen ?? Screen.Desktop);
        await visit.Go("/parts");
        await visit.Page.Locator("[data-controls]").WaitForAsync();
        return visit;
    }

    private static ILocator Input(Visit visit, string name) => visit.Page.Locator($"[data-controls] input[name={name}]");

    // The button before it was opened, the input of the MudSelect after.
    private static ILocator Select(Visit visit) => visit.Page.Locator(".field:has(input[name=role]) [role=combobox]");

    private static Task Told(Visit visit, string text) => Assertions.Expect(visit.Page.Locator("[data-told]")).ToContainTextAsync(text);
}
