using Bunit;
using DealerPortal.Domain;
using DealerPortal.Domain.Policies;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Controls;

namespace DealerPortal.Tests.Controls;

/// <summary>What controls show: states in words, tables that say what charts draw, and never colour alone.</summary>
public sealed class ShownTests : ComponentTest
{
    [Fact]
    public void A_refusal_says_what_to_do_next_and_its_clause_and_nothing_where_nothing_was_refused()
    {
        var note = Render<RefusalNote>(p => p.Add(n => n.Refusal, new Refusal("not-allowed", new Clause("any", "2026-01", "三(三)2"), null)));

        Assert.Equal("alert", note.Find(".note.bad").GetAttribute("role"));
        Assert.Contains("三(三)2", note.Find("a.clause").TextContent, StringComparison.Ordinal);
        Assert.Empty(Render<RefusalNote>(p => p.Add(n => n.Refusal, null)).Nodes);
    }

    [Fact]
    public async Task A_filter_is_a_chip_that_can_be_taken_off()
    {
        var off = false;
        var chip = Render<Chip>(p => p.Add(c => c.Tone, "accent").Add(c => c.OnClose, () => off = true).AddChildContent("北区"));

        Assert.Equal("去掉", chip.Find("button").GetAttribute("aria-label"));
        await chip.Find("button").ClickAsync(new());
        Assert.True(off);
        Assert.Empty(Render<Chip>(p => p.AddChildContent("北区")).FindAll("button"));
    }

    [Fact]
    public void The_step_one_is_at_is_said()
    {
        var steps = Render<Steps>(p => p.Add(s => s.Names, ["清点", "拍照", "签名"]).Add(s => s.Current, 1));

        Assert.Equal("拍照", steps.Find("[aria-current=step]").TextContent);
        Assert.Equal("清点", steps.Find(".done").TextContent);
    }

    [Fact]
    public void Tabs_are_addresses_and_say_where_one_is()
    {
        var tabs = Render<TabLinks>(p => p.Add(t => t.Label, "状态").Add(t => t.Tabs, [new("/a", "待办", true, 3), new("/b", "已办", false)]));

        Assert.Equal("/a", tabs.Find("[aria-current=page]").GetAttribute("href"));
        Assert.Equal("3", tabs.Find(".badge").TextContent);
        Assert.Equal("状态", tabs.Find("nav").GetAttribute("aria-label"));
    }

    [Fact]
    public void What_happened_is_a_list()
    {
        var story = Render<Timeline>(p => p.Add(t => t.Label, "经过").AddChildContent<TimelineEntry>(e => e.Add(x => x.Who, "王 · 3月2日").AddChildContent("已提货")));

        Assert.Equal("经过", story.Find("[role=list]").GetAttribute("aria-label"));
        Assert.Contains("已提货", story.Find("[role=list] > [role=listitem]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_named_and_says_how_far_it_is()
    {
        var progress = Render<Progress>(p => p.Add(x => x.Label, "上传").Add(x => x.Value, 3).Add(x => x.Max, 9).Add(x => x.Text, "9 张中的 3 张")).Find("[role=progressbar]");

        Assert.Equal("上传", progress.GetAttribute("aria-label"));
        Assert.Equal("9 张中的 3 张", progress.GetAttribute("aria-valuetext"));
        Assert.Equal("3", progress.GetAttribute("aria-valuenow"));
    }

    [Fact]
    public void A_waiting_list_says_that_it_opens()
    {
        var loading = Render<Loading>(p => p.Add(l => l.Rows, 3));

        Assert.Equal(3, loading.FindAll(".skeleton").Count);
        Assert.Equal("正在打开……", loading.Find("[role=status] .sr-only").TextContent);
    }

    [Fact]
    public void Shares_have_six_slices_at_most_and_a_table_that_says_the_same()
    {
        var chart = Render<ShareChart>(p => p.Add(c => c.Sentence, "共 28 件").Add(c => c.What, "产品").Add(c => c.First, "件")
            .Add(c => c.Slices, [.. Enumerable.Range(1, 7).Select(i => new ShareChart.Slice($"产品{i}", i, i - 1))]));
        var rows = chart.FindAll("tbody tr");

        Assert.Equal(6, rows.Count);
        Assert.Equal("产品7", rows[0].QuerySelector("th")!.TextContent);
        Assert.Equal("其他", rows[5].QuerySelector("th")!.TextContent);
        Assert.Equal(["3", "10.7"], rows[5].QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal("true", chart.Find(".chart-picture").GetAttribute("aria-hidden"));
        Assert.Equal(6, chart.FindAll(".chart-picture path.mud-chart-serie, .chart-picture .mud-donut-segment").Count);
    }

    [Fact]
    public void A_thing_keeps_its_colour_whatever_else_is_shown()
    {
        string Colour(params ShareChart.Slice[] slices) =>
            Render<ShareChart>(p => p.Add(c => c.What, "产品").Add(c => c.First, "件").Add(c => c.Slices, slices)).FindAll("tbody tr")
                .Single(row => row.QuerySelector("th")!.TextContent == "门").QuerySelector(".swatch")!.GetAttribute("style")!;

        Assert.Equal(Colour(new ShareChart.Slice("门", 3, 2)), Colour(new ShareChart.Slice("窗", 9, 0), new ShareChart.Slice("门", 3, 2)));
    }

    [Fact]
    public void Bars_have_a_table_that_says_the_same()
    {
        var chart = Render<BarChart>(p => p.Add(c => c.Sentence, "每月").Add(c => c.What, "月份").Add(c => c.Labels, ["1月", "2月"]).Add(c => c.Series, [new("投诉", [3, 1200])]));

        Assert.Equal(["3", "1,200"], chart.FindAll("tbody td").Select(cell => cell.TextContent));
        Assert.NotEmpty(chart.FindAll(".chart-picture svg"));
    }
}
