using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Open cases that stand on one edition of the regulation, and where their clocks would end on another. Changes nothing.</summary>
public sealed class EditionBoard(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    public const int PageSize = 30;

    /// <summary>Counting stops here.</summary>
    public const int CountAtMost = 100;

    /// <param name="From">The edition whose cases are shown; null takes the oldest that has any.</param>
    /// <param name="To">The edition they would move to; null takes the one in force.</param>
    public sealed record Query(string? From = null, string? To = null, Cursor? After = null);

    /// <param name="Editions">The company's own, by date, each with how many open cases stand on it.</param>
    /// <param name="MayMove">The reader may take cases over.</param>
    public sealed record View(IReadOnlyList<Standing> Editions, string From, string To, IReadOnlyList<Row> Rows, Cursor? Next, bool MayMove);

    public sealed record Standing(string Name, LocalDate AppliesFrom, int Cases);

    /// <param name="Why">Why the case cannot be moved; null when it can.</param>
    public sealed record Row(Guid Id, string Number, string Dealer, CaseState State, IReadOnlyList<Moving> Clocks, Refusal? Why);

    /// <param name="Then">The end it would have; null where it keeps its end.</param>
    /// <param name="IsOverThen">The new end lies behind already: the clock would have run out.</param>
    public sealed record Moving(string Code, Ruling<Instant> Now, Ruling<Instant>? Then, bool IsOverThen);

    /// <summary>The last row of the page before.</summary>
    public sealed record Cursor(Instant Due, Guid Id);

    public static bool MaySee(Actor actor) => actor.IsAny(Role.AfterSalesSupervisor, Role.Administrator, Role.Auditor);

    /// <summary>Null for whoever it does not concern.</summary>
    public async Task<View?> For(Query query, Actor actor, CancellationToken stop)
    {
        if (!MaySee(actor)) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        var editions = new List<Standing>();
        foreach (var edition in book.Own)
            editions.Add(new(edition.Name, edition.AppliesFrom, await On(db, actor, edition.Pack, edition.Name).OrderBy(one => one.NextDueAt).ThenBy(one => one.Id).Select(one => one.Id).Take(CountAtMost).CountAsync(stop)));
        var to = Known(query.To) ?? book.InForceAt(now).Value ?? book.Own.Last();
        var from = Known(query.From)?.Name ?? editions.Find(one => one.Cases > 0 && one.Name != to.Name)?.Name ?? editions[0].Name;

        var cases = Behind(On(db, actor, to.Pack, from), query.After);
        var page = from == to.Name ? [] : await cases.AsSplitQuery().OrderBy(one => one.NextDueAt).ThenBy(one => one.Id).Take(PageSize + 1).ToListAsync(stop);
        var shown = page.Take(PageSize).ToList();
        var dealers = shown.Select(one => one.DealerId).Distinct().ToArray();
        var names = await db.Dealers.Where(dealer => dealers.Contains(dealer.Id)).ToDictionaryAsync(dealer => dealer.Id, dealer => dealer.Name, stop);
        return new(editions, from, to.Name, [.. shown.Select(one => Show(one, names[one.DealerId], to, now))],
            page.Count > PageSize ? new(shown[^1].NextDueAt, shown[^1].Id) : null, actor.Is(Role.AfterSalesSupervisor));
    }

    private Edition? Known(string? name) => book.Own.FirstOrDefault(edition => edition.Name == name);

    internal static IQueryable<Complaint> Behind(IQueryable<Complaint> cases, Cursor? after) =>
        after is { Due: var due, Id: var id } ? cases.Where(one => one.NextDueAt >= due && (one.NextDueAt > due || one.Id > id)) : cases;

    internal static IQueryable<Complaint> On(PortalDb db, Actor actor, string pack, string edition)
    {
        var cases = db.Complaints.AsNoTracking().Where(one => one.IsOpen && one.Pack == pack && one.Edition == edition);
        return actor.IsRegional ? cases.Where(one => actor.Regions.Contains(one.Region)) : cases;
    }

    private Row Show(Complaint one, string dealer, Edition to, Instant now)
    {
        var (own, other) = (CaseClock.Terms.Of(book, one.Pack, one.Edition), CaseClock.Terms.Of(book, to.Pack, to.Name));
        return new(one.Id, one.Number, dealer, one.State, [.. one.Clocks.Where(each => each.IsOpen).Select(each => Show(each, own, other, now))], one.DenyEdition(to));
    }

    private static Moving Show(CaseClock each, CaseClock.Terms own, CaseClock.Terms other, Instant now)
    {
        var then = each.WouldMoveTo(other, now) is { } due ? Receipt(other.Read(each, now), each, other, now) with { Value = due } : null;
        return new(each.Code, Receipt(each.Read(own, now), each, own.Of(each), now), then, then?.Value <= now);
    }

    private static Ruling<Instant> Receipt(ClockReading reading, CaseClock each, CaseClock.Terms terms, Instant now)
    {
        var receipt = ClockReceipt.Of(reading, terms.Rules.Of(each.Code), terms.Calendar, now);
        return new(reading.DueAt, receipt.Clause, receipt.Steps, receipt.IsHouseRule);
    }
}
