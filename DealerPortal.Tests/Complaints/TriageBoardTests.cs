using System.Diagnostics;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Complaints;

/// <summary>The board's order, its pages, and that it reads an index and no more of it than a page.</summary>
public sealed class TriageBoardTests
{
    [Fact]
    public async Task What_ends_first_stands_first_and_gold_before_middle_at_equal_urgency()
    {
        await using var world = await CaseWorld.Start();
        await Lay(world.Portal, world.Dealer.Id, 120);

        var seen = new List<TriageBoard.Row>();
        TriageBoard.Cursor? after = null;
        do
        {
            var page = await world.Portal.The<TriageBoard>().For(new(TriageBoard.Tab.Open, after), world.Agent, default);
            seen.AddRange(page.Rows);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(120, seen.DistinctBy(row => row.Id).Count());
        Assert.Equal(seen.OrderBy(row => row.Due).ThenBy(row => row.TierRank).ThenBy(row => row.Id.ToString("N")).Select(row => (row.Due, row.TierRank)), seen.Select(row => (row.Due, row.TierRank)));
    }

    [Fact]
    public async Task Another_region_and_another_dealer_see_nothing_of_it()
    {
        await using var world = await CaseWorld.Start();
        await Lay(world.Portal, world.Dealer.Id, 5);
        var south = world.Manager with { Regions = new HashSet<string> { "south" } };

        Assert.Equal(5, (await world.Portal.The<TriageBoard>().For(new(TriageBoard.Tab.Open), world.Manager, default)).Rows.Count);
        Assert.Empty((await world.Portal.The<TriageBoard>().For(new(TriageBoard.Tab.Open), south, default)).Rows);
        Assert.Empty((await world.Portal.The<TriageBoard>().For(new(TriageBoard.Tab.Open), world.Stranger, default)).Rows);
        Assert.Empty((await world.Portal.The<TriageBoard>().For(new(TriageBoard.Tab.Open, Find: "C"), world.Stranger, default)).Rows);
    }

    [Theory]
    [InlineData(TriageBoard.Tab.Open, "IX_Complaints_Open")]
    [InlineData(TriageBoard.Tab.Breached, "IX_Complaints_Open")]
    [InlineData(TriageBoard.Tab.Mine, "IX_Complaints_Mine")]
    [InlineData(TriageBoard.Tab.New, "IX_Complaints_State_NextDueAt_TierRank_Id")]
    [InlineData(TriageBoard.Tab.Approval, "IX_Complaints_State_NextDueAt_TierRank_Id")]
    [InlineData(TriageBoard.Tab.Executing, "IX_Complaints_State_NextDueAt_TierRank_Id")]
    [InlineData(TriageBoard.Tab.Dealer, "IX_Complaints_Turn_NextDueAt_TierRank_Id")]
    public async Task Each_tab_reads_its_index_in_order_and_sorts_no_table(TriageBoard.Tab tab, string index)
    {
        await using var world = await CaseWorld.Start();

        var plan = await world.Portal.Db(async db =>
        {
            var query = TriageBoard.Page(db, world.Agent, tab, new(world.Portal.Clock.Now, 1, Guid.Empty), world.Portal.Clock.Now);
            return await Plan(db, query.ToQueryString());
        });

        Assert.Contains(plan, line => line.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, line => line.StartsWith("SCAN one", StringComparison.Ordinal) && !line.Contains("INDEX", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task At_a_hundred_thousand_cases_the_board_answers_as_at_a_thousand()
    {
        await using var world = await CaseWorld.Start();
        await Lay(world.Portal, world.Dealer.Id, 1_000);
        var few = await Best(world);
        await Lay(world.Portal, world.Dealer.Id, 99_000);
        var many = await Best(world);

        Assert.True(many.TotalMilliseconds <= few.TotalMilliseconds * 1.3 + 2, $"{few.TotalMilliseconds:0.0} ms at 1,000, {many.TotalMilliseconds:0.0} ms at 100,000");
    }

    private static async Task<TimeSpan> Best(CaseWorld world)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 30; i++)
        {
            var watch = Stopwatch.StartNew();
            await world.Portal.The<TriageBoard>().For(new(TriageBoard.Tab.Open), world.Agent, default);
            if (watch.Elapsed < best) best = watch.Elapsed;
        }
        return best;
    }

    private static async Task<List<string>> Plan(PortalDb db, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync();
        // The parameters that EF Core prints before the statement are set by the tool, not by SQL.
        foreach (var line in sql.Split('\n').Where(line => line.StartsWith(".param set ", StringComparison.Ordinal)))
        {
            var parts = line[".param set ".Length..].TrimEnd('\r').Split(' ', 2);
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (parts[0], long.TryParse(parts[1], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : parts[1].Trim('\''));
            command.Parameters.Add(parameter);
        }
#pragma warning disable CA2100 // EF Core's own statement, explained.
        command.CommandText = "EXPLAIN QUERY PLAN " + string.Join('\n', sql.Split('\n').Where(line => !line.StartsWith(".param", StringComparison.Ordinal)));
#pragma warning restore CA2100
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(3));
        return lines;
    }

    // Past the actions, many at a time: what is tried here is reading.
    private static async Task Lay(Portal portal, Guid dealer, int count)
    {
        for (var laid = 0; laid < count; laid += 5_000)
            await portal.Db(db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                for (var i = laid; i < Math.Min(laid + 5_000, count); i++)
                {
                    var filed = portal.Clock.Now - Duration.FromHours(i % 400);
                    var facts = new CaseFacts(dealer, "north", (i % 3) switch { 0 => "gold", 1 => "middle", _ => null }, new("doors-and-windows", "2026-01", "三(五)7"), CaseSource.Hotline, "gate", "1-1.4", "焊点过大");
                    db.Complaints.Add(new(Guid.CreateVersion7(), $"C-{Guid.NewGuid():N}"[..18], facts, Cases.Terms, Cases.With(Role.AfterSalesAgent), filed));
                }
                return Task.FromResult(0);
            });
    }
}
