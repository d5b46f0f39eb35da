using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>Deliveries, newest first: the dealer's own, or those of the staff's regions.</summary>
public sealed class PickUpList(IDbContextFactory<PortalDb> contexts, IClock clock)
{
    public const int PageSize = 30;

    public sealed record Row(Guid Id, string DealerName, Instant PickedUpAt, IReadOnlyList<Line> Lines);

    public sealed record Line(string Family, decimal Quantity, LineAnswer? Answer, bool HasLateAnswer);

    public sealed record Mark(Instant PickedUpAt, Guid Id);

    public sealed record View(IReadOnlyList<Row> Rows, Mark? Next);

    public async Task<View> For(Actor actor, Mark? after, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var query = db.PickUps.AsNoTracking().SeenBy(actor, db);
        if (after is not null) query = query.Where(pickUp => pickUp.PickedUpAt < after.PickedUpAt || (pickUp.PickedUpAt == after.PickedUpAt && pickUp.Id.CompareTo(after.Id) < 0));
        var pickUps = await query.OrderByDescending(pickUp => pickUp.PickedUpAt).ThenByDescending(pickUp => pickUp.Id).Take(PageSize + 1)
            .Include(pickUp => pickUp.Lines).AsSplitQuery().ToListAsync(stop);
        var page = pickUps.Take(PageSize).ToList();
        var dealers = page.Select(pickUp => pickUp.DealerId).Distinct().ToList();
        var names = await db.Dealers.Where(dealer => dealers.Contains(dealer.Id)).ToDictionaryAsync(dealer => dealer.Id, dealer => dealer.Name, stop);
        var now = clock.GetCurrentInstant();
        return new(
            [.. page.Select(pickUp => new Row(pickUp.Id, names[pickUp.DealerId], pickUp.PickedUpAt,
                [.. pickUp.Lines.OrderBy(line => line.Family, StringComparer.Ordinal).Select(line => new Line(line.Family, line.Quantity, line.AnswerAt(now), line.LateAnswer is not null))]))],
            pickUps.Count > PageSize ? new Mark(page[^1].PickedUpAt, page[^1].Id) : null);
    }
}
