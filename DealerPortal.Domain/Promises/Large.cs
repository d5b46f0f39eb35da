using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Promises;

/// <summary>Whether an order is so large that a later date may be agreed, and for which of its goods.</summary>
/// <param name="Limits">The limits it is above; none for an order like any other.</param>
/// <param name="Parts">What of those families is promised and has not left whole.</param>
/// <param name="Below">Why not, where it is above none.</param>
internal sealed record Large(IReadOnlyList<LargeOrder> Limits, IReadOnlyList<PromisedPart> Parts, Refusal Below)
{
    public IReadOnlyList<string> Families => [.. Limits.SelectMany(limit => limit.Families).Distinct()];

    public static async Task<Large> Of(PortalDb db, Promise promise, Edition edition, CancellationToken stop)
    {
        var lines = (await db.Orders.AsNoTracking().SingleAsync(order => order.Id == promise.Id, stop)).Lines;
        var shipped = lines.Where(line => line.IsShipped).Select(line => line.Number).ToHashSet();
        var exceeded = edition.PromisedDates.Exceeded([.. lines.Select(line => new PromisedDates.Goods(line.Family, line.Quantity, line.AreaSquareMetres))]);
        var families = exceeded.SelectMany(one => one.Limit.Families).ToHashSet();
        var limits = edition.PromisedDates.LargeOrders;
        return new([.. exceeded.Select(one => one.Limit)], [.. promise.Open.Where(part => families.Contains(part.Family) && !shipped.Contains(part.LineNumber))],
            new Refusal("date.not-large", limits.Count > 0 ? limits[0].Clause : null));
    }
}
