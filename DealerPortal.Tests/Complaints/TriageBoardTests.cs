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
    public async Task A_case_is_found_by_the_end_of_its_number_as_people_read_it_out()
    {
        await using var world = await CaseWorld.Start();
        await Lay(world.Portal, world.Dealer.Id, 5);
        var board = world.Portal.The<TriageBoard>();
        var number = (await board.For(new(TriageBoard.Tab.Open), world.Agent, default)).Rows[3].Number;

        Assert.Equal(number, Assert.Single((await board.For(new(TriageBoard.Tab.Mine, Find: number[^5..].ToLowerInvariant()), world.Agent, default)).Rows).Number);
        Assert.Empty((await board.For(new(TriageBoard.Tab.Open, Find: number[^5..]), world.Stranger, default)).Rows);
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
    [InlineData(TriageBoard.Tab.Team, "IX_Complaints_Team")]
    [InlineData(TriageBoard.Tab.Open, "IX_Complaints_RegionsOpen", "north")]
    [InlineData(TriageBoard.Tab.Breached, "IX_Complaints_RegionsOpen", "north")]
    [InlineData(TriageBoard.Tab.New, "IX_Complaints_State_NextDueAt_TierRank_Id")]
    [InlineData(TriageBoard.Tab.Approval, "IX_Complaints_State_NextDueAt_TierRank_Id")]
    [InlineData(TriageBoard.Tab.Executing, "IX_Complaints_State_NextDueAt_TierRank_Id")]
    [InlineData(TriageBoard.Tab.Dealer, "IX_Complaints_Turn_NextDueAt_TierRank_Id")]
    public async Task Each_tab_reads_its_index_in_order_and_sorts_no_table(TriageBoard.Tab tab, string index, string? region = null)
    {
        await using var world = await CaseWorld.Start();
        // Nearly all of one state and without an owner, and the database knows it: what is rare is still not looked for among all of them.
        await Lay(world.Portal, world.Dealer.Id, 2_000);
        await world.Portal.Db(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));

        var plan = await world.Portal.Db(async db =>
        {
            var actor = region is null ? world.Agent : world.Manager;
            var query = TriageBoard.Page(db, actor, tab, new(world.Portal.Clock.Now, 1, Guid.Empty), world.Portal.Clock.Now);
            return (await Plan(db, query.ToQueryString())).Concat(await Plan(db, TriageBoard.Few(db, actor, tab, world.Portal.Clock.Now).ToQueryString())).ToList();
        });

        Assert.Equal(2, plan.Count(line => line.Contains(index, StringComparison.Ordinal)));
        Assert.DoesNotContain(plan, line => line.StartsWith("SCAN one", StringComparison.Ordinal) && !line.Contains("INDEX", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_filter_leaves_what_was_asked_for_and_goes_on_where_a_page_looked_far_enough()
    {
        await using var world = await CaseWorld.Start();
        await Lay(world.Portal, world.Dealer.Id, TriageBoard.LooksThrough + 100);
        var board = world.Portal.The<TriageBoard>();
        var none = new TriageFilter(null, null, null, null, null, null, null);

        var gold = await board.For(new(TriageBoard.Tab.Open, Filter: none with { Tier = "gold" }), world.Agent, default);
        var rare = await board.For(new(TriageBoard.Tab.Open, Filter: none with { Family = "home" }), world.Agent, default);
        var further = await board.For(new(TriageBoard.Tab.Open, rare.Next, Filter: none with { Family = "home" }), world.Agent, default);
        var stranger = await board.For(new(TriageBoard.Tab.Open, Filter: none with { Dealer = "D2" }), world.Agent, default);
        var named = await board.For(new(TriageBoard.Tab.Open, Filter: none with { Dealer = "D1 门" }), world.Agent, default);

        Assert.Equal((TriageBoard.PageSize, true, false), (gold.Rows.Count, gold.Rows.All(row => row.Tier == "gold"), gold.LookedThrough));
        Assert.Equal((0, true, 0, null), (rare.Rows.Count, rare.LookedThrough, further.Rows.Count, further.Next));
        Assert.Equal((0, TriageBoard.PageSize), (stranger.Rows.Count, named.Rows.Count));
    }

    [Theory]
    [InlineData("2026-03-05 23:59:59.999", 4, 6)]
    [InlineData("2026-03-06 00:00", 6, 6)]
    [InlineData("2026-03-08 23:59:59.999", 6, 6)]
    [InlineData("2026-03-09 00:00", 7, 7)]
    public async Task Due_today_and_this_week_end_at_midnight_and_on_Sunday(string now, int today, int week)
    {
        await using var world = await CaseWorld.Start("2026-02-23 09:00");
        foreach (var filed in new[] { "02-23 09:00", "02-23 17:00", "02-24 09:00", "02-24 09:30", "03-02 09:00", "03-02 17:00", "03-03 09:00" })
        {
            world.Portal.Clock.Now = Shanghai.At(filed);
            await world.File();
        }
        world.Portal.Clock.Now = Shanghai.At(now);
        var none = new TriageFilter(null, null, null, null, null, null, null);

        var counts = new List<int>();
        foreach (var span in Enum.GetValues<DueSpan>()) counts.Add((await world.Portal.The<TriageBoard>().For(new(TriageBoard.Tab.Open, Filter: none with { Due = span }), world.Agent, default)).Rows.Count);

        Assert.Equal([today, week], counts);
    }

    [Fact]
    public async Task A_filter_by_dealers_reads_their_own_index()
    {
        await using var world = await CaseWorld.Start();

        var plan = await world.Portal.Db(async db => await Plan(db, TriageBoard.Page(db, world.Agent, TriageBoard.Tab.Open, null, world.Portal.Clock.Now,
            new(new(null, null, null, "D1", null, null, null), [world.Dealer.Id], null)).ToQueryString()));

        Assert.Contains(plan, line => line.Contains("IX_Complaints_DealersOpen", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Category", "Campaign")]
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
