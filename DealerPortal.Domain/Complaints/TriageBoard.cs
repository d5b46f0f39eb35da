using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>The cases by urgency: what ends first, gold before middle at equal urgency. Every question is one index read from its beginning, a page long.</summary>
public sealed class TriageBoard(IDbContextFactory<PortalDb> contexts, IClock clock, PolicyBook book)
{
    public const int PageSize = 50;

    /// <summary>Counting stops here: "99+" is as good as any larger number, and costs no more at a million cases.</summary>
    public const int CountAtMost = 100;

    /// <summary>How many of the most urgent a page looks through for what its filter asks; what lies beyond is on a further page.</summary>
    public const int LooksThrough = 2_000;

    /// <summary>The closed set of views of the board.</summary>
    public enum Tab
    {
        Open,
        New,
        Mine,
        Team,
        Approval,
        Dealer,
        Executing,
        Breached,
    }

    /// <param name="Find">The beginning of a case's number, or its end as people read it out; in its place tab and filter are left aside.</param>
    public sealed record Query(Tab Tab, Cursor? After = null, string? Find = null, TriageFilter? Filter = null);

    /// <param name="Next">Where the following page begins; null on the last one.</param>
    /// <param name="Colleagues">To whom cases can be given, for whoever may give them.</param>
    /// <param name="LookedThrough">The page ends because it looked far enough, and not because it is full or there is nothing more.</param>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyDictionary<Tab, int> Counts, Cursor? Next, bool LookedThrough, bool MayAssign, IReadOnlyList<ComplaintSheet.Colleague> Colleagues);

    /// <param name="Due">Null where nothing runs.</param>
    public sealed record Row(
        Guid Id, string Number, string Dealer, string? Tier, string? Family, string Category, string Description, CaseState State, Turn Turn, string? Owner, Guid? OwnerId, int Round, Instant FiledAt, Instant? Due, int TierRank)
    {
        public bool IsBreached(Instant now) => Due <= now;
    }

    /// <summary>The last row of the page before.</summary>
    public sealed record Cursor(Instant Due, int TierRank, Guid Id);

    public async Task<View> For(Query query, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        var sought = new Sought(query.Filter, await Shops(db, query.Filter, stop), EndOf(query.Filter?.Due, now));
        var rows = query.Find is { Length: > 0 } find ? await Named(db, actor, find.Trim().ToUpperInvariant(), now, stop) : await Page(db, actor, query.Tab, query.After, now, sought).ToListAsync(stop);
        var counts = new Dictionary<Tab, int>();
        foreach (var one in Enum.GetValues<Tab>()) counts[one] = await Few(db, actor, one, now).CountAsync(stop);

        var isFull = rows.Count > PageSize;
        var beyond = isFull || query is { Find.Length: > 0 } or { Filter: null } ? null : await Beyond(db, actor, query, now, sought, stop);
        var shown = rows.Take(PageSize).Select(row => row with { Due = row.Due == Complaint.NoEnd ? null : row.Due }).ToList();
        var mayAssign = actor.Is(Role.AfterSalesSupervisor);
        List<ComplaintSheet.Colleague> colleagues = mayAssign ? await db.Handlers().OrderBy(user => user.FullName).Take(200).Select(user => new ComplaintSheet.Colleague(user.Id, user.FullName)).ToListAsync(stop) : [];
        return new(shown, counts, isFull ? new(rows[PageSize - 1].Due!.Value, rows[PageSize - 1].TierRank, rows[PageSize - 1].Id) : beyond, beyond is not null, mayAssign, colleagues);
    }

    /// <summary>The page's one query.</summary>
    public static IQueryable<Row> Page(PortalDb db, Actor actor, Tab tab, Cursor? after, Instant now, Sought? sought = null)
    {
        var cases = Ordered(db, actor, tab, after, now, sought);
        if (sought?.Filter is { } filter) cases = filter.Narrow(cases.Take(LooksThrough));
        return Rows(db, cases.OrderBy(one => one.NextDueAt).ThenBy(one => one.TierRank).ThenBy(one => one.Id).Take(PageSize + 1));
    }

    /// <summary>As many of a tab as are counted. In order, though no count asks for one: without it a database that has seen that nearly all cases are of one state looks through all of them for another.</summary>
    public static IQueryable<Guid> Few(PortalDb db, Actor actor, Tab tab, Instant now) =>
        Select(db, actor, tab, now).OrderBy(one => one.NextDueAt).ThenBy(one => one.TierRank).ThenBy(one => one.Id).Select(one => one.Id).Take(CountAtMost);

    /// <summary>A filter with what had to be looked up for it: the dealers it names, and the end of the days it speaks of.</summary>
    public sealed record Sought(TriageFilter? Filter, Guid[]? Dealers, Instant? Before);

    private static IQueryable<Complaint> Ordered(PortalDb db, Actor actor, Tab tab, Cursor? after, Instant now, Sought? sought)
    {
        var cases = Select(db, actor, tab, now);
        if (after is { Due: var due, TierRank: var rank, Id: var id })
            cases = cases.Where(one => one.NextDueAt >= due && (one.NextDueAt > due || one.TierRank > rank || (one.TierRank == rank && one.Id > id)));
        if (sought?.Before is { } before) cases = cases.Where(one => one.NextDueAt < before);
        if (sought?.Dealers is { } dealers) cases = cases.Where(one => dealers.Contains(one.DealerId));
        return cases.OrderBy(one => one.NextDueAt).ThenBy(one => one.TierRank).ThenBy(one => one.Id);
    }

    /// <summary>All of a tab that the person may see, what ends first on top.</summary>
    internal static IQueryable<Complaint> MostUrgent(PortalDb db, Actor actor, Instant now, Tab tab = Tab.Open) => Ordered(db, actor, tab, null, now, null);

    // The last that this page looked at, when there may be more behind it.
    private static Task<Cursor?> Beyond(PortalDb db, Actor actor, Query query, Instant now, Sought sought, CancellationToken stop) =>
        Ordered(db, actor, query.Tab, query.After, now, sought).Skip(LooksThrough - 1).Take(1).Select(one => new Cursor(one.NextDueAt, one.TierRank, one.Id)).SingleOrDefaultAsync(stop);

    // Those of a name or a code, as many as anybody means by it.
    private static async Task<Guid[]?> Shops(PortalDb db, TriageFilter? filter, CancellationToken stop) =>
        filter?.Dealer is not { } name ? null
        : await db.Dealers.Where(dealer => dealer.Code == name || dealer.Name.Contains(name)).OrderBy(dealer => dealer.Code).Take(20).Select(dealer => dealer.Id).ToArrayAsync(stop);

    private Instant? EndOf(DueSpan? span, Instant now)
    {
        if (span is not { } days) return null;
        var calendar = book.Own.Last().Calendar;
        var today = calendar.DateOf(now);
        return calendar.EndOf(days is DueSpan.Today ? today : today.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday)));
    }

    // By its beginning closed ones too: a number on a letter is looked for whatever became of it. By its end, as people read it out, among the most urgent.
    private static async Task<List<Row>> Named(PortalDb db, Actor actor, string said, Instant now, CancellationToken stop)
    {
        var begun = db.Complaints.AsNoTracking().SeenBy(actor, db).Where(one => one.Number.CompareTo(said) >= 0 && one.Number.CompareTo(said + "~") < 0).OrderBy(one => one.Number).Take(PageSize);
        var found = await Rows(db, begun).ToListAsync(stop);
        if (found.Count > 0 || said.Length < CaseNumber.TailLength) return found;
        return await Rows(db, Ordered(db, actor, Tab.Open, null, now, null).Take(LooksThrough).Where(one => one.Number.EndsWith(said)).Take(PageSize)).ToListAsync(stop);
    }

    private static IQueryable<Row> Rows(PortalDb db, IQueryable<Complaint> cases) =>
        from one in cases
        join dealer in db.Dealers on one.DealerId equals dealer.Id
        orderby one.NextDueAt, one.TierRank, one.Id
        select new Row(one.Id, one.Number, dealer.Name, one.Tier, one.Family, one.Category, one.Description.Substring(0, 80), one.State, one.Turn, one.OwnerName, one.OwnerId, one.Round, one.FiledAt, one.NextDueAt, one.TierRank);

    private static IQueryable<Complaint> Select(PortalDb db, Actor actor, Tab tab, Instant now)
    {
        var cases = db.Complaints.AsNoTracking().Where(one => one.IsOpen);
        // The region stands on the case itself: a director of one region asks no dealer for it.
        if (actor.IsDealer) cases = cases.Where(one => one.DealerId == actor.DealerId);
        else if (actor.IsRegional) cases = InRegions(cases, actor.Regions);
        return tab switch
        {
            Tab.New => cases.Where(one => one.State == CaseState.Received),
            Tab.Mine => cases.Where(one => one.OwnerId == actor.UserId),
            Tab.Team => cases.Where(one => one.OwnerId != null),
            Tab.Approval => cases.Where(one => one.State == CaseState.AwaitingApproval),
            Tab.Dealer => cases.Where(one => one.Turn == Turn.Dealer),
            Tab.Executing => cases.Where(one => one.State == CaseState.Executing),
            Tab.Breached => cases.Where(one => one.NextDueAt <= now),
            _ => cases,
        };
    }

    // Most have one region, and an index that begins with it is read in order.
    private static IQueryable<Complaint> InRegions(IQueryable<Complaint> cases, IReadOnlySet<string> regions) =>
        regions.Count == 1 && regions.First() is var region ? cases.Where(one => one.Region == region) : cases.Where(one => regions.Contains(one.Region));
}
