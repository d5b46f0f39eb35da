using System.Text.RegularExpressions;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Storage;

/// <summary>With nothing due, a sweep reads one range of one index and sorts nothing, among thousands that are due some other day.</summary>
public abstract class IdleSweepTests(Database on)
{
    private const int Open = 3000;

    /// <summary>The questions that the sweeps ask.</summary>
    private static readonly Dictionary<string, Func<PortalDb, Instant, IQueryable<Due>>> Questions = new()
    {
        ["PickUps"] = (db, now) => db.PickUps.Where(one => one.NextDueAt <= now).Select(one => new Due { At = one.NextDueAt!.Value, Id = one.Id }),
        ["Complaints"] = (db, now) => db.Complaints.Where(one => one.NextActAt <= now).Select(one => new Due { At = one.NextActAt!.Value, Id = one.Id }),
    };

    [Theory]
    [InlineData("PickUps", "IX_PickUps_NextDueAt_Id")]
    [InlineData("Complaints", "IX_Complaints_NextActAt_Id")]
    public async Task It_reads_one_range_of_one_index(string table, string index)
    {
        await using var portal = await Portal.Start("2026-03-02 09:10", on: on);
        var dealer = await portal.Dealer("D1");
        await portal.Db(db =>
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var i = 0; i < Open; i++) db.Add(One(table, dealer.Id, portal.Clock.Now + Duration.FromMinutes(i)));
            return Task.FromResult(0);
        });

        var plan = await Plan(portal, table);

        Assert.All(Expected(index), (step, i) => Assert.Matches(step, plan[i]));
        Assert.Equal(Expected(index).Length, plan.Count);
    }

    /// <summary>Each step of the plan, as a pattern.</summary>
    protected abstract string[] Expected(string index);

    /// <summary>How this database explains, and what it wants to know first.</summary>
    protected abstract (string Analyse, string Explain, int Column) Words { get; }

    private async Task<List<string>> Plan(Portal portal, string table) => await portal.Db(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(Words.Analyse);
        await using var command = Questions[table](db, portal.Clock.Now - Duration.FromDays(1)).OrderBy(due => due.At).ThenBy(due => due.Id).Take(Sweep.Batch).CreateDbCommand();
#pragma warning disable CA2100 // EF Core's own statement, explained.
        command.CommandText = Words.Explain + command.CommandText;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(Words.Column));
        return steps;
    });

    private static object One(string table, Guid dealer, Instant at)
    {
        if (table == "Complaints") return Filed(dealer, at);
        var pickUp = new PickUp(Guid.CreateVersion7(), dealer, at, at, []);
        pickUp.Await("tool", 1, new Ruling<Window>(new Window(at, at + Duration.FromHours(4)), Given.Clause, []));
        return pickUp;
    }

    private static Complaint Filed(Guid dealer, Instant at) => new(Guid.CreateVersion7(), $"C-{Guid.NewGuid():N}"[..18],
        new CaseFacts(dealer, "north", null, new("doors-and-windows", "2026-01", "三(五)7"), CaseSource.Hotline, "gate", "1-1.4", "焊点过大"), Cases.Terms, Cases.With(Role.AfterSalesAgent), at);
}

public sealed class IdleSweepOnSqlite() : IdleSweepTests(Database.Sqlite)
{
    protected override (string Analyse, string Explain, int Column) Words => ("ANALYZE", "EXPLAIN QUERY PLAN ", 3);

    protected override string[] Expected(string index) => [$@"^SEARCH \w+ USING COVERING INDEX {Regex.Escape(index)} \(\w+<\?\)$"];
}

[Trait("Category", "Postgres")]
public sealed class IdleSweepOnPostgres() : IdleSweepTests(Database.Postgres)
{
    protected override (string Analyse, string Explain, int Column) Words => ("VACUUM ANALYZE", "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) ", 0);

    protected override string[] Expected(string index) =>
        [@"^Limit \(actual rows=0", $@"Index Only Scan using ""{Regex.Escape(index)}"" on .*\(actual rows=0", @"Index Cond: \(.* <= .*\)$", "Heap Fetches: 0"];
}
