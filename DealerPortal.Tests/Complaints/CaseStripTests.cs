using Bunit;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Policies;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Complaints;
using DealerPortal.Web.Words;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Act = DealerPortal.Domain.Complaints.ComplaintSheet.Act;

namespace DealerPortal.Tests.Complaints;

/// <summary>The strip of a case: whose turn it is, by when, and what is next, for whoever reads it.</summary>
public sealed class CaseStripTests : ComponentTest
{
    private static readonly Clause Clause = new("doors-and-windows", "2026-01", "三(一)");
    private static readonly Actor Agent =
        new(Guid.CreateVersion7(), "小李", new HashSet<Role> { Role.AfterSalesAgent }, null, new HashSet<string>(), "test");

    private static readonly Act[] Judging = [new(CaseVerb.Merge, null), new(CaseVerb.JudgeFounded, null), new(CaseVerb.JudgeNotFounded, null)];
    private static readonly Func<string, Task<Outcome>> Refuse = _ => Task.FromResult<Outcome>(Refusal.NotAllowed);

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void On_my_turn_the_next_act_is_the_button_and_the_others_stand_behind_the_menu(string language)
    {
        Read(language);
        var strip = Strip(Sheet(CaseState.InTriage, Turn.AfterSales, Judging));

        Assert.Equal(Say("strip.mine"), strip.Find(".strip-turn").TextContent.Trim());
        Assert.Equal([Say("verb.JudgeFounded"), Say("strip.more")],
            strip.FindAll(".strip-acts button").Select(button => button.TextContent.Trim()));
        Assert.Contains("primary", strip.Find(".strip-acts .deed button").ClassList);
        Assert.Contains("is-mine", strip.Find(".case-strip").ClassList);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void On_anothers_turn_it_says_whose_and_a_single_act_is_no_primary_button(string language)
    {
        Read(language);
        var strip = Strip(Sheet(CaseState.Answered, Turn.Dealer, [new(CaseVerb.HandOver, null)]));

        Assert.Equal(Say("strip.waits.Dealer"), strip.Find(".strip-turn").TextContent.Trim());
        Assert.DoesNotContain("primary", strip.Find(".strip-acts button").ClassList);
        Assert.DoesNotContain("is-mine", strip.Find(".case-strip").ClassList);
        Assert.Single(strip.FindAll("due-time"));
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void On_anothers_turn_of_after_sales_it_says_who_has_the_case(string language)
    {
        Read(language);
        var strip = Strip(Sheet(CaseState.InTriage, Turn.AfterSales, []));

        Assert.Contains("小张", strip.Find(".strip-turn").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void What_is_over_is_marked_and_the_time_leads_to_its_receipt(string language)
    {
        Read(language);
        Clock.Advance(Duration.FromDays(30));
        var strip = Strip(Sheet(CaseState.InTriage, Turn.AfterSales, [new(CaseVerb.JudgeFounded, null)]));

        Assert.Contains("is-over", strip.Find(".case-strip").ClassList);
        Assert.Contains(Say("receipt.open"), strip.Find(".explained-sheet a[href*='/clocks/']").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void A_closed_case_says_so_and_has_neither_time_nor_act(string language)
    {
        Read(language);
        var strip = Strip(Sheet(CaseState.Closed, Turn.Nobody, []));

        Assert.Equal(Say("strip.waits.Nobody"), strip.Find(".strip-turn").TextContent.Trim());
        Assert.Empty(strip.FindAll("due-time, button, details"));
        Assert.Contains(W.Say("case.is-over", Fact.Word("case.state.Closed")), strip.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public void What_cannot_be_done_now_is_folded_with_its_reason(string language)
    {
        Read(language);
        var strip = Strip(Sheet(CaseState.Executing, Turn.Execution, [new(CaseVerb.Resolve, new Refusal("not-allowed"))]));

        Assert.Empty(strip.FindAll(".strip-acts button"));
        Assert.Equal(Say("verb.Resolve"), strip.Find(".why-not dt").TextContent);
        Assert.Equal(Say("refusal.not-allowed"), strip.Find(".why-not dd").TextContent);
    }

    [Fact]
    public async Task An_act_of_the_menu_that_needs_words_opens_alone_and_one_that_is_refused_says_why()
    {
        var strip = Strip(Sheet(CaseState.InTriage, Turn.AfterSales, Judging));

        await Press(strip, "verb.JudgeNotFounded");
        strip.WaitForAssertion(() => Assert.Equal(Say("verb.JudgeNotFounded"), strip.Find(".deed.is-open h2").TextContent));
        Assert.Equal([Say("confirm.no"), Say("verb.JudgeNotFounded")],
            strip.FindAll("button").Select(button => button.TextContent.Trim()));
        await strip.Find("button").ClickAsync(new());
        await Press(strip, "verb.Merge");

        strip.WaitForAssertion(() => Assert.Contains(Say("refusal.not-allowed"),
            strip.Find(".note.bad").TextContent, StringComparison.Ordinal));
    }

    private Wording W => Services.GetRequiredService<Wording>();

    private string Say(string key) => W[key];

    private async Task Press(IRenderedComponent<CaseStrip> strip, string verb)
    {
        await strip.FindAll(".strip-acts button")[^1].ClickAsync(new());
        Popovers.WaitForAssertion(() => Assert.NotEmpty(Popovers.FindAll(".mud-menu-item")));
        await Popovers.FindAll(".mud-menu-item").First(item => item.TextContent.Trim() == Say(verb)).ClickAsync(new());
    }

    private IRenderedComponent<CaseStrip> Strip(ComplaintSheet.View sheet) => Render<CaseStrip>(strip => strip
        .AddCascadingValue(Agent).Add(s => s.Sheet, sheet).Add(s => s.ChildContent, Deeds(sheet)));

    // Each with words but the merging, which the portal refuses.
    private static RenderFragment Deeds(ComplaintSheet.View sheet) => builder =>
    {
        foreach (var act in sheet.Acts)
        {
            builder.OpenComponent<Deed>(0);
            builder.SetKey(act.Verb);
            builder.AddComponentParameter(1, nameof(Deed.Sheet), sheet);
            builder.AddComponentParameter(2, nameof(Deed.Verb), act.Verb);
            if (act.Verb is not CaseVerb.Merge) builder.AddComponentParameter(3, nameof(Deed.Asks), "?");
            builder.AddComponentParameter(4, nameof(Deed.Do), Refuse);
            builder.CloseComponent();
        }
    };

    private static ComplaintSheet.View Sheet(CaseState state, Turn turn, IReadOnlyList<Act> acts)
    {
        var (id, filed, isOpen) = (Guid.CreateVersion7(), Shanghai.At("2026-03-01 09:00"), CaseTable.IsOpen(state));
        var clock = new ComplaintSheet.Clocked(
            Guid.CreateVersion7(), "plan", 1, TimeKept.Running, new(Shanghai.At("2026-03-06 17:30"), Clause, []), [], isOpen);
        return new(
            new(id, "C260301-ABCDE", Guid.CreateVersion7(), "北京朝阳门窗生活馆", null, "north", state, turn, 1,
                Guid.CreateVersion7(), "小张", CaseSource.Hotline, filed, "小李", filed, null, null, isOpen),
            new("gate", new("焊点过大", "Weld too large"), Clause, "焊点过大", null, null, null, null, null, null, null),
            [clock], acts, [], [], [], null, [], [], [], [], []);
    }
}
