using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>Which orders an excused span reaches.</summary>
internal static class SpanReach
{
    private const int Batch = 200;

    /// <summary>Those that staff may read of: all of them, and for people of a region what reaches it. A dealer reads on his order what reaches it, and nothing here.</summary>
    public static IQueryable<ExcusedSpan> SeenBy(PortalDb db, Actor actor)
    {
        var (regions, isEverywhere) = (actor.Regions.ToArray(), actor.IsStaff && !actor.IsRegional);
        return db.ExcusedSpans.Where(span => isEverywhere || span.Scope == ExcuseScope.Carrier || regions.Contains(span.Region)
            || db.Orders.Any(order => order.Id == span.OrderId && db.Dealers.Any(dealer => dealer.Id == order.DealerId && regions.Contains(dealer.Region))));
    }

    /// <summary>The promises within the span's scope that have an earning on its dates which stands.</summary>
    public static IQueryable<Promise> Earned(PortalDb db, ExcusedSpan.Facts span) =>
        Within(db, span).Where(promise => db.Ledger.Any(entry =>
            entry.OrderId == promise.Id && entry.Kind == EntryKind.Earn && entry.Date >= span.FirstDate && entry.Date <= span.LastDate
            && !db.Ledger.Any(later => later.PreviousId == entry.Id)));

    public static IQueryable<Promise> Within(PortalDb db, ExcusedSpan.Facts span) => span.Scope switch
    {
        ExcuseScope.Order => db.Promises.Where(promise => promise.Id == span.OrderId),
        ExcuseScope.Region => db.Promises.Where(promise => db.Dealers.Any(dealer => dealer.Id == promise.DealerId && dealer.Region == span.Region)),
        _ => db.Promises.Where(promise => db.Shipments.Any(shipment => shipment.OrderId == promise.Id && shipment.Carrier == span.Carrier)),
    };

    /// <summary>Sets the orders concerned to be looked at again, some at a time, and then says that it is done. Broken off, it goes on.</summary>
    public static async Task<Outcome<bool>> Spread(PortalWork work, Actor actor, Guid spanId, Instant now, CancellationToken stop)
    {
        while (true)
        {
            var outcome = await work.Do<bool>(actor, async db =>
            {
                var span = await db.ExcusedSpans.SingleAsync(span => span.Id == spanId, stop);
                var some = await Earned(db, span.Said).Where(promise => promise.ChangedAt == null).OrderBy(promise => promise.Id).Take(Batch).ToListAsync(stop);
                foreach (var promise in some) promise.LookAgain(now);
                if (some.Count < Batch) span.Spread(now);
                return some.Count == Batch;
            }, stop);
            if (!outcome.IsDone || !outcome.Value) return outcome.IsDone ? true : outcome;
        }
    }
}
