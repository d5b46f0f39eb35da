namespace DealerPortal.Tests.Policies;

public sealed class WindowTableTests
{
    private const string Below = "{ families: [box], sets: { below: 10 }, within: 4 hours }";
    private const string From = "{ families: [box], sets: { from: 10 }, within: same day }";
    private const string Glue = "{ families: [glue], within: 2 days }";

    [Theory]
    [InlineData(From, "{ families: [box], sets: { from: 12 }, within: same day }", "line 10, column 5: gap: 'box' has no window from 10 and below 12.")]
    [InlineData(From, "{ families: [box], sets: { from: 10, below: 20 }, within: same day }", "line 10, column 5: gap: 'box' has no window from 20 on.")]
    [InlineData(From, "{ families: [box], sets: { from: 8 }, within: same day }", "line 10, column 5: overlap: 'box' from 8 and below 10 is settled by line 9 too.")]
    [InlineData(From, "{ families: [box], sets: { from: 10, below: 10 }, within: same day }", "line 10, column 5: this row can never apply: no quantity is from 10 and below 10.|line 9, column 5: gap: 'box' has no window from 10 on.")]
    [InlineData(Below, "{ families: [box], sets: { from: 1, below: 10 }, within: 4 hours }", "line 9, column 5: gap: 'box' has no window from 0 and below 1.")]
    [InlineData(Below, "{ families: [box], within: 4 hours }", "line 10, column 5: this row can never apply to 'box': line 9 already settles every quantity of it.")]
    [InlineData(Below, "{ families: [box], pieces: { below: 10 }, within: 4 hours }", "line 9, column 5: 'box' is measured in sets, not in pieces.")]
    [InlineData(Below, "{ families: [box], sets: {}, within: 4 hours }", "line 9, column 30: a range has 'from', 'below' or both.")]
    [InlineData(Below, "{ families: [box], sets: { below: 10 }, pieces: { below: 10 }, within: 4 hours }", "line 9, column 53: a row has one measure; 'sets' stands here already.")]
    [InlineData(Below, "{ families: [box, box], sets: { below: 10 }, within: 4 hours }", "line 9, column 5: the family 'box' is named twice.")]
    [InlineData(Glue, "{ families: [], within: 2 days }", "line 11, column 5: this row can never apply: it names no family.|line 9, column 3: gap: 'glue' has no window from 0 on.")]
    [InlineData(Glue, "{ families: [glue], sets: { below: 5 }, within: 2 days }", "line 11, column 5: 'glue' is measured in none, not in sets.|line 11, column 5: gap: 'glue' has no window from 5 on.")]
    [InlineData("\n      - " + Glue, "", "line 9, column 3: gap: 'glue' has no window from 0 on.")]
    public void A_table_with_a_gap_an_overlap_or_a_row_without_use_is_refused(string old, string @new, string problems)
    {
        var said = Books.Problems(Books.Small("acceptance.yaml", old.Replace("\n      -", "\n  -", StringComparison.Ordinal), @new));

        Assert.Equal(problems.Split('|').Order(), said.Select(one => one["small/2026-01/acceptance.yaml, ".Length..]).Order());
    }

    [Fact]
    public void Three_rows_that_share_the_axis_are_taken()
    {
        var files = Books.Small("acceptance.yaml", From, "{ families: [box], sets: { from: 10, below: 99.5 }, within: same day }\n  - { families: [box], sets: { from: 99.5 }, within: 3 days }");

        Assert.Equal(4, Domain.Policies.PackReader.Read(files).Single().AcceptanceWindows.Rows.Count);
    }
}
