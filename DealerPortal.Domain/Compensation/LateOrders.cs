using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Compensation;

/// <summary>Gathers the facts of orders, a handful at a time: promises, shipments, and the granted spans that reach them.</summary>
internal static class LateOrders
{
    /// <summary>In the order of <paramref name="promises"/>.</summary>
    public static async Task<IReadOnlyList<LateFacts>> Of(PortalDb db, IReadOnlyList<Promise> promises, PolicyBook book, CancellationToken stop)
    {
        var ids = promises.Select(promise => promise.Id).ToArray();
        var dealers = promises.Select(promise => promise.DealerId).Distinct().ToArray();
        var shipments = (await db.Shipments.AsNoTracking().Where(shipment => ids.Contains(shipment.OrderId)).ToListAsync(stop)).ToLookup(shipment => shipment.OrderId);
        var regions = await db.Dealers.Where(dealer => dealers.Contains(dealer.Id)).ToDictionaryAsync(dealer => dealer.Id, dealer => dealer.Region, stop);
        var (places, carriers) = (regions.Values.Distinct().ToArray(), shipments.SelectMany(group => group).Select(shipment => shipment.Carrier).Distinct().ToArray());
        var spans = await db.ExcusedSpans.AsNoTracking()
            .Where(span => span.IsGranted && (ids.Contains(span.OrderId!.Value) || places.Contains(span.Region) || carriers.Contains(span.Carrier)))
            .OrderBy(span => span.FirstDate).ThenBy(span => span.Id).ToListAsync(stop);
        return [.. promises.Select(promise => new LateFacts(promise, [.. shipments[promise.Id]],
            [.. spans.Where(span => span.Reaches(promise.Id, regions[promise.DealerId], [.. shipments[promise.Id].Select(shipment => shipment.Carrier)]))],
            book.Edition(promise.Pack, promise.Edition)))];
    }
}
