using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Tests.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Hotline;

/// <summary>A call, from the ring to the filed complaint, with both hands on the keyboard.</summary>
public sealed class HotlineJourneyTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task From_the_ring_to_a_filed_complaint_by_keyboard_alone_in_under_ten_strokes_that_do_something()
    {
        var (desk, dealer) = await Open("D-RING", "13711112222");
        await desk.Go("/hotline");
        await Focused(desk, "call-find");
        var strokes = 0;
        async Task Press(string key) { strokes++; await desk.Page.Keyboard.PressAsync(key); }

        await desk.Page.Keyboard.TypeAsync("13711112222");
        await Press("Enter");
        await Focused(desk, "call-problem");
        await desk.Sees(dealer.Name);
        await desk.Says("hotline.balance");
        await Expect(desk.Page.Locator("#call-number")).ToHaveValueAsync("13711112222");
        await Expect(desk.Page.Locator("#call-name")).ToHaveValueAsync("刘师傅");
        await Press("ArrowDown");
        await Expect(desk.Page.GetByRole(AriaRole.Option).First).ToBeVisibleAsync();
        // The list has the keys once it stands in the button's place.
        await desk.Page.WaitForFunctionAsync("() => document.activeElement.id === 'call-problem' && !document.activeElement.matches('.select-face')");
        // At the pace of a hand: MudSelect mixes up keys that come within the same milliseconds.
        await Press("End");
        await Expect(desk.Input("category")).ToHaveValueAsync("2.5");
        await Press("ArrowUp");
        await Expect(desk.Page.Locator("[role=option].mud-selected-item")).ToHaveTextAsync(Host.ProblemName("2.4"));
        await Press("Enter");
        await Expect(desk.Input("category")).ToHaveValueAsync("2.4");
        await Press("Tab");
        await Press("Tab");
        await Press("Tab");
        await Focused(desk, "call-text");
        await desk.Page.Keyboard.TypeAsync("送货员昨天态度不好，请核实");
        await Press("Control+Enter");

        await desk.Says("hotline.done.Complaint");
        await Focused(desk, "call-find");
        Assert.True(strokes < 10, $"{strokes} strokes");
        Assert.Equal(0, await desk.Page.EvaluateAsync<int>("() => window.clicks ?? 0"));
        var one = await Host.Db(db => db.Complaints.SingleAsync(found => found.DealerId == dealer.Id));
        Assert.Equal((CaseSource.Hotline, "2.4", "送货员昨天态度不好，请核实", "刘师傅 13711112222"), (one.Source, one.Category, one.Description, one.Caller));
    }

    [Fact]
    public async Task What_is_typed_survives_a_reload_and_a_promised_call_stands_on_the_start_page_until_it_is_made()
    {
        var (desk, dealer) = await Open("D-PROMISE", "13733334444");
        await desk.Go("/hotline");
        await Focused(desk, "call-find");
        await desk.Page.Keyboard.TypeAsync("13733334444");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#call-number")).ToHaveValueAsync("13733334444");
        await desk.Page.Locator("#call-text").FillAsync("玫瑰金彩管一箱多少钱");
        await desk.Page.Locator("#call-text").BlurAsync();
        await desk.Page.ReloadAsync();
        await desk.Settled();
        await Expect(desk.Page.Locator("#call-text")).ToHaveValueAsync("玫瑰金彩管一箱多少钱");
        await desk.Go("/");
        await desk.Go("/hotline");
        await Expect(desk.Page.Locator("#call-text")).ToHaveValueAsync("玫瑰金彩管一箱多少钱");
        await Expect(desk.Page.Locator("#call-number")).ToHaveValueAsync("13733334444");
        await desk.Sees(dealer.Name);

        await desk.Button("hotline.call-back").ClickAsync();
        await desk.Says("hotline.done.CallBack");
        await desk.Go("/");
        await desk.Says("need.call-back");
        await desk.Go("/hotline");
        var mine = desk.Page.Locator(".promise", new() { HasText = dealer.Name });
        await mine.GetByRole(AriaRole.Button, new() { Name = desk.Word("promises.made") }).ClickAsync();
        await desk.Field("promises.result").FillAsync("已报价");
        await desk.Button("promises.keep").ClickAsync();
        await Expect(mine).ToHaveCountAsync(0);
        await desk.Go("/hotline/calls");
        await desk.Sees("玫瑰金彩管一箱多少钱");
    }

    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task The_desk_is_read_by_everybody_in_both_languages_on_both_screens(string language)
    {
        var (first, dealer) = await Open("D-AXE-" + language, language == Screen.English ? "13755556666" : "13755557777");
        await Host.Db(db => Task.FromResult(db.TierPeriods.Add(new(Guid.CreateVersion7(), dealer.Id, "blacklist", new(2020, 1, 1), "test", Host.Clock.Now))));
        var assistant = await Host.Person("韩梅", (Role.ServiceAssistant, null));
        var desk = await Visit(assistant, Screen.For(language), language);
        await desk.Go("/hotline");
        await desk.Page.Locator("#call-find").FillAsync(dealer.Code);
        await desk.Page.Locator(".found .row").First.WaitForAsync();
        await desk.IsAccessible();
        await desk.Page.Locator("#call-find").PressAsync("Enter");
        await desk.Page.Locator(".chip.bad").WaitForAsync();
        await desk.Page.Locator("#script-find").FillAsync("304");
        await desk.Page.Locator(".script[open]").WaitForAsync();
        await desk.Page.Locator("#call-text").FillAsync("态度不好");
        await desk.Choose(desk.Page.Locator("#call-problem"), language == Screen.English ? "Attitude of the company's staff" : "公司人员服务态度问题");
        await desk.Page.Locator("#call-file").ClickAsync();
        await desk.Page.Locator(".note.bad").WaitForAsync();
        await desk.IsAccessible();
        await desk.Shot("hotline");
        await desk.Go("/hotline/calls");
        await desk.IsAccessible();
        await desk.Shot("calls");
        await desk.Go("/hotline/scripts/marking-304");
        await desk.IsAccessible();
        await desk.Shot("script");
        // The number has changed hands: the desk forgets it where it sees it.
        await first.Go("/hotline?dealer=" + dealer.Id);
        await first.Button("hotline.forget").ClickAsync();
        await Expect(first.Button("hotline.forget")).ToHaveCountAsync(0);
        await first.Go("/hotline/scripts/nothing");
        await first.IsAccessible();
    }

    private async Task<(Visit Desk, Dealer Dealer)> Open(string code, string number)
    {
        var dealer = await Host.Dealer(code);
        var assistant = await Host.Person("韩梅", (Role.ServiceAssistant, null));
        var added = await Host.The<AddDealerPhone>().Run(new(Guid.CreateVersion7(), dealer.Id, number, "刘师傅"), assistant, default);
        Assert.True(added.IsDone, added.Refusal?.Code);
        var desk = await Visit(assistant);
        await desk.Page.AddInitScriptAsync("window.clicks = 0; addEventListener('pointerdown', () => window.clicks++, true);");
        return (desk, dealer);
    }

    private static Task Focused(Visit desk, string id) => Expect(desk.Page.Locator("#" + id)).ToBeFocusedAsync();
}
