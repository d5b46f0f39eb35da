using Bunit;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Shell;

namespace DealerPortal.Tests.Shell;

/// <summary>The states of the start page: what is late comes first, what has no limit is folded, and it never says that there is nothing while something is late.</summary>
public sealed class TodayTests : ComponentTest
{
    private static readonly Need Late = new("case", "/cases/1", "横杆生锈", "一店", Shanghai.At("2026-03-01 12:00"), Shanghai.At("2026-02-26 12:00"));
    private static readonly Need DueToday = new("answer", "/pick-ups/1", "防护窗 8 套", null, Shanghai.At("2026-03-03 00:00"), Shanghai.At("2026-03-01 12:00"));
    private static readonly Need DueLater = new("call", "/callbacks/1", "二店", null, Shanghai.At("2026-03-03 00:01"));
    private static readonly Need Pay = new("pay", "/statements/1", "三店");
    private static readonly Need Unclaimed = new("case-claim", "/cases/2", "缺件", Part: NeedPart.ToClaim);
    private static readonly Need WithOthers = new("case-wait", "/cases/3", "划痕", Part: NeedPart.Others);

    [Fact]
    public void With_nothing_at_all_it_says_so()
    {
        var page = Show([]);

        Assert.Contains("眼下没有要您办的事", page.Find(".state.empty").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".todo-part"));
    }

    [Theory]
    [InlineData("zh-CN", "已超时", "今天到期", "稍后到期", "不限时", "去处理")]
    [InlineData("en", "Overdue", "Due today", "Due later", "No time limit", "Handle")]
    public void What_is_late_stands_first_then_today_s_then_the_rest(string language, string late, string today, string later, string noLimit, string act)
    {
        Read(language);
        var page = Show([Pay, DueLater, DueToday, Late]);

        Assert.Equal([late, today, later, noLimit], page.FindAll("h2").Select(head => head.TextContent));
        Assert.Equal(["1", "1", "1", "1"], page.FindAll(".section-head .badge").Select(badge => badge.TextContent));
        Assert.Equal(act, page.FindAll(".todo-act")[0].TextContent);
        Assert.Empty(page.FindAll(".state.empty"));
        Assert.NotNull(page.Find(".section-head .badge.alert"));
    }

    [Fact]
    public void Several_without_a_limit_are_one_line_that_opens_them()
    {
        Need[] pickUps = [.. Enumerable.Range(1, 11).Select(i => new Need("pick-up", $"/arrivals#{i}", $"大门 {i} 樘"))];
        var page = Show([.. pickUps, Pay]);

        Assert.Equal("11", page.Find(".todo-fold .badge").TextContent);
        Assert.Equal("/?kind=pick-up", page.Find(".todo-fold").GetAttribute("href"));
        Assert.Equal(2, page.FindAll(".todo > li").Count);

        var opened = Show(pickUps, "pick-up");

        Assert.Equal(11, opened.FindAll(".todo > li").Count);
        Assert.Empty(opened.FindAll(".todo-fold"));
    }

    [Fact]
    public void What_nobody_has_taken_up_comes_after_one_s_own_and_what_others_have_is_folded()
    {
        var page = Show([WithOthers, Unclaimed, Late]);

        Assert.Equal(["已超时", "待认领"], page.FindAll("h2").Select(head => head.TextContent));
        Assert.Equal("1", page.Find("details.todo-others summary .badge").TextContent);
        Assert.False(page.Find("details.todo-others").HasAttribute("open"));
    }

    [Fact]
    public void With_only_unclaimed_cases_nothing_of_one_s_own_waits_and_they_are_named()
    {
        var page = Show([Unclaimed]);

        Assert.Contains("还没有人认领", page.Find(".state.empty").TextContent, StringComparison.Ordinal);
        Assert.Equal("去认领", page.Find(".todo-act").TextContent);
    }

    [Fact]
    public void A_dealer_sees_the_first_thing_large_and_once()
    {
        var page = Show([DueToday, Late], forDealer: true);

        Assert.Contains(Late.Title, page.Find(".first-need").TextContent, StringComparison.Ordinal);
        Assert.Equal("去处理", page.Find(".first-need a.button").TextContent);
        Assert.Equal([DueToday.Title], page.FindAll(".todo-title").Select(title => title.TextContent));
    }

    [Fact]
    public void More_than_a_page_holds_are_counted()
    {
        var page = Render<TodayParts>(p => p.Add(t => t.Today, Of([new([.. Enumerable.Repeat(DueLater, 60)], 75), new([.. Enumerable.Repeat(Unclaimed, 20)], 100)])));

        Assert.Equal(Today.RowsAtMost + Today.OthersAtMost, page.FindAll(".todo > li").Count);
        Assert.Contains("25", page.Find("p.hint").TextContent, StringComparison.Ordinal);
        Assert.Equal("99+", page.Find("[aria-labelledby=part-claim] .badge").TextContent);
    }

    [Fact]
    public void What_is_asked_in_several_ways_is_counted_by_each()
    {
        var page = Show([DueToday, Late, Pay, Pay]);

        Assert.Equal(["4", "2", "1", "1"], page.FindAll("nav.tabs .badge").Select(badge => badge.TextContent).OrderDescending(StringComparer.Ordinal));
    }

    private IRenderedComponent<TodayParts> Show(IReadOnlyList<Need> needs, string? kind = null, bool forDealer = false) =>
        Render<TodayParts>(p => p.Add(t => t.Today, Of([.. needs.Select(need => new INeeds.Waiting([need], 1))], kind)).Add(t => t.Kind, kind).Add(t => t.ForDealer, forDealer));

    private Today Of(IReadOnlyList<INeeds.Waiting> waiting, string? kind = null) => Today.Of(waiting, kind, Clock.GetCurrentInstant(), Shanghai.At("2026-03-03 00:00"));
}
