using Bunit;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Controls;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace DealerPortal.Tests.Controls;

/// <summary>Buttons act once, dialogs wait for an answer, menus are made when they open.</summary>
public sealed class ActTests : ComponentTest
{
    [Fact]
    public async Task A_button_at_work_takes_no_second_press_and_says_so()
    {
        var (presses, work) = (0, new TaskCompletionSource());
        var button = Render<ActionButton>(p => p.Add(b => b.Kind, "primary large").Add(b => b.OnClick, () => { presses++; return work.Task; }).AddChildContent("提交"));

        var first = button.Find("button").ClickAsync(new());
        button.WaitForAssertion(() => Assert.Equal("true", button.Find("button").GetAttribute("aria-busy")));
        await button.Find("button").ClickAsync(new());
        work.SetResult();
        await first;

        Assert.Equal(1, presses);
        button.WaitForAssertion(() => Assert.False(button.Find("button").HasAttribute("aria-busy")));
        Assert.Subset(button.Find("button").ClassList.ToHashSet(), new HashSet<string> { "button", "primary", "large", "mud-button-root" });
    }

    [Fact]
    public async Task A_button_that_fails_can_be_pressed_again()
    {
        var presses = 0;
        var button = Render<ActionButton>(p => p.Add(b => b.OnClick, () => { presses++; throw new InvalidOperationException("refused by the test"); }).AddChildContent("提交"));

        for (var i = 0; i < 2; i++) await Assert.ThrowsAsync<InvalidOperationException>(() => button.Find("button").ClickAsync(new()));

        Assert.Equal(2, presses);
    }

    [Fact]
    public void A_button_without_an_act_submits_its_form_and_one_with_an_act_does_not()
    {
        Assert.Equal("submit", Render<ActionButton>(p => p.AddChildContent("x")).Find("button").GetAttribute("type"));
        Assert.Equal("button", Render<ActionButton>(p => p.Add(b => b.OnClick, () => { }).AddChildContent("x")).Find("button").GetAttribute("type"));
    }

    [Fact]
    public void A_link_with_the_look_of_a_button_is_a_link() =>
        Assert.Equal("/orders", Render<LinkButton>(p => p.Add(b => b.Href, "/orders").Add(b => b.Kind, "primary").AddChildContent("订单")).Find("a.button.primary").GetAttribute("href"));

    [Fact]
    public async Task A_drawing_to_press_is_named()
    {
        var pressed = false;
        var action = Render<IconAction>(p => p.Add(a => a.Icon, "close").Add(a => a.Label, "关闭").Add(a => a.OnClick, () => pressed = true));

        Assert.Equal("关闭", action.Find("button").GetAttribute("aria-label"));
        await action.Find("button").ClickAsync(new());
        Assert.True(pressed);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task A_dialog_waits_for_the_answer(int button, bool answer)
    {
        var confirm = Render<ConfirmDialog>(p => p.Add(d => d.Title, "要退出吗？").Add(d => d.Yes, "退出").Add(d => d.IsDanger, true).AddChildContent("<p>未保存的会保留。</p>"));
        Assert.Empty(Dialogs.FindAll("[role=dialog]"));

        var asked = confirm.InvokeAsync(() => confirm.Instance.Ask());
        Dialogs.WaitForAssertion(() => Dialogs.Find("[role=dialog]"));
        Assert.False(asked.IsCompleted);
        Assert.Equal("要退出吗？", Dialogs.Find("#" + Dialogs.Find("[role=dialog]").GetAttribute("aria-labelledby")).TextContent.Trim());
        Assert.Equal(["先不", "退出"], Dialogs.FindAll("[role=dialog] button").Select(one => one.TextContent.Trim()));
        await Dialogs.FindAll("[role=dialog] button")[button].ClickAsync(new());

        Assert.Equal(answer, await asked);
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll("[role=dialog]")));
    }

    [Fact]
    public async Task A_dialog_that_is_closed_without_an_answer_says_no_and_can_be_asked_again()
    {
        var confirm = Render<ConfirmDialog>(p => p.Add(d => d.Title, "?").Add(d => d.Yes, "是"));

        for (var i = 0; i < 2; i++)
        {
            var asked = confirm.InvokeAsync(() => confirm.Instance.Ask());
            Dialogs.WaitForAssertion(() => Dialogs.Find("[role=dialog]"));
            // What Escape does; the key itself is caught in the browser.
            await Dialogs.InvokeAsync(() => ((IMudDialogInstance)Dialogs.FindComponent<MudDialogContainer>().Instance).Cancel());
            Assert.False(await asked);
            Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll("[role=dialog]")));
        }
    }

    [Theory]
    [InlineData("zh-CN", "请至少写 4 个字")]
    [InlineData("en", "Write at least 4 characters")]
    public async Task A_reason_is_asked_for_in_the_dialog_and_too_short_a_one_is_not_taken(string language, string sentence)
    {
        Read(language);
        var ask = Render<AskDialog>(p => p.Add(d => d.Title, "撤回").Add(d => d.Yes, "撤回").Add(d => d.Label, "理由").Add(d => d.MinLength, 4));
        var asked = ask.InvokeAsync(() => ask.Instance.Ask());
        Dialogs.WaitForAssertion(() => Dialogs.Find("textarea"));

        await Dialogs.Find("textarea").InputAsync(new ChangeEventArgs { Value = "嗯" });
        await Dialogs.FindAll("[role=dialog] button")[^1].ClickAsync(new());
        Dialogs.WaitForAssertion(() => Assert.StartsWith(sentence, Dialogs.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.False(asked.IsCompleted);
        await Dialogs.Find("textarea").InputAsync(new ChangeEventArgs { Value = " 客户改了尺寸 " });
        await Dialogs.FindAll("[role=dialog] button")[^1].ClickAsync(new());

        Assert.Equal("客户改了尺寸", await asked);
    }

    [Fact]
    public async Task A_fold_makes_its_content_when_it_is_opened_and_says_its_state()
    {
        var fold = Render<Fold>(p => p.Add(f => f.Title, "更多").AddChildContent("<p id=inside>内容</p>"));
        var head = fold.Find("button");
        Assert.Equal("false", head.GetAttribute("aria-expanded"));
        Assert.Empty(fold.FindAll("#inside"));

        await head.ClickAsync(new());

        Assert.Equal("true", fold.Find("button").GetAttribute("aria-expanded"));
        Assert.NotNull(fold.Find("#" + fold.Find("button").GetAttribute("aria-controls")).QuerySelector("#inside"));
    }

    [Fact]
    public async Task A_menu_makes_its_lines_when_it_opens_and_a_line_acts()
    {
        var done = false;
        var menu = Render<ActionMenu>(p => p.Add(m => m.Label, "更多操作").AddChildContent<MenuItem>(i => i.Add(m => m.Icon, "print").Add(m => m.OnClick, () => done = true).AddChildContent("打印")));
        Assert.Equal("menu", menu.Find("button").GetAttribute("aria-haspopup"));
        Assert.Empty(Popovers.FindComponents<MenuItem>());

        await menu.Find("button").ClickAsync(new());
        Popovers.WaitForAssertion(() => Assert.Equal("打印", Popovers.Find(".mud-menu-item").TextContent.Trim()));
        await Popovers.Find(".mud-menu-item").ClickAsync(new());

        Assert.True(done);
    }

    [Fact]
    public void A_toast_tells_what_was_done()
    {
        var bar = Render<MudSnackbarProvider>();

        bar.InvokeAsync(() => Services.GetService<Toasts>()!.Done("已保存"));

        bar.WaitForAssertion(() => Assert.Contains("已保存", bar.Markup, StringComparison.Ordinal));
    }
}
