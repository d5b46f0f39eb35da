using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>What waits for a person's consent, oldest first, and what he decided lately.</summary>
public sealed class MyApprovals(IDbContextFactory<PortalDb> contexts, IClock clock)
{
    /// <summary>How many are read of each seat. Who has more than these decides the oldest first anyway.</summary>
    public const int AtMost = 50;

    public sealed record View(IReadOnlyList<Item> Waiting, IReadOnlyList<Item> Decided);

    /// <param name="Dealer">Null where it is about more than one.</param>
    /// <param name="Place">The link to decide now; null when there is none for this person.</param>
    /// <param name="InPlaceOf">The absent person in whose place he would decide.</param>
    public sealed record Item(
        Guid Id, string Kind, string Path, string? Dealer, string AskedBy, Instant AskedAt, IReadOnlyList<Step> Shown, string ShownHash,
        Clause Clause, int? Place, string? InPlaceOf, Verdict? Result, IReadOnlyList<Link> Chain);

    public sealed record Link(Role Role, Verdict? Verdict, string? By, string? InPlaceOf, Instant? At, string? Note);

    public async Task<View> For(Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var seats = await Seats.Of(db, actor, clock.GetCurrentInstant(), stop);
        var waiting = new Dictionary<Guid, Item>();
        foreach (var seat in seats)
            foreach (var item in await Rows(db, Waiting(db, seat, actor), stop))
                waiting.TryAdd(item.Request.Id, Show(item, item.Request.Next!.Place, seat.InPlaceOf));

        var decided = await Rows(db, db.ApprovalRequests.Where(request => request.Consents.Any(consent => consent.By == actor.UserId))
            .OrderByDescending(request => request.AskedAt).Take(10), stop);
        return new([.. waiting.Values.OrderBy(item => item.AskedAt)], [.. decided.Where(row => !waiting.ContainsKey(row.Request.Id)).Select(row => Show(row, null, null))]);
    }

    /// <summary>How many wait for this person: the number in the menu.</summary>
    public async Task<int> Count(Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var waiting = new HashSet<Guid>();
        foreach (var seat in await Seats.Of(db, actor, clock.GetCurrentInstant(), stop))
            waiting.UnionWith(await Waiting(db, seat, actor).Select(request => request.Id).ToListAsync(stop));
        return waiting.Count;
    }

    private static IQueryable<ApprovalRequest> Waiting(PortalDb db, Seat seat, Actor actor)
    {
        var asked = db.ApprovalRequests.Where(request => request.WaitsFor == seat.Role && request.AskedBy != actor.UserId);
        if (seat.Regions.Count > 0)
        {
            var regions = seat.Regions.ToArray();
            asked = asked.Where(request => regions.Contains(request.Region));
        }
        return asked.OrderBy(request => request.AskedAt).Take(AtMost);
    }

    private static async Task<List<Row>> Rows(PortalDb db, IQueryable<ApprovalRequest> requests, CancellationToken stop) =>
        await (from request in requests.AsNoTracking()
               join dealer in db.Dealers on request.DealerId equals dealer.Id into dealers
               from dealer in dealers.DefaultIfEmpty()
               select new Row(request, dealer == null ? null : dealer.Name)).ToListAsync(stop);

    private static Item Show(Row row, int? place, string? inPlaceOf) => new(
        row.Request.Id, row.Request.Kind, row.Request.Path, row.Dealer, row.Request.AskedByName, row.Request.AskedAt, StepText.Read(row.Request.Shown),
        row.Request.ShownHash, Clause.Parse(row.Request.Clause), place, inPlaceOf, row.Request.Result, LinksOf(row.Request));

    /// <summary>A question as the page of its subject shows it, with nothing to decide.</summary>
    internal static Item Show(ApprovalRequest request, string dealer) => Show(new(request, dealer), null, null);

    private static List<Link> LinksOf(ApprovalRequest request) =>
        [.. request.Consents.OrderBy(consent => consent.Place).Select(one => new Link(one.Role, one.Verdict, one.ByName, one.InPlaceOf, one.At, one.Note))];

    private sealed record Row(ApprovalRequest Request, string? Dealer);
}
