using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>What became of each shipment of an order at its arrival: the pick-up it went into, or the refusal at the depot.</summary>
public sealed class ShipmentStates(IDbContextFactory<PortalDb> contexts)
{
    /// <param name="PickUpId">The pick-up that took the goods; null while nobody has.</param>
    /// <param name="Refusal">The inspection at the depot that refused the goods, and when.</param>
    public sealed record State(Guid ShipmentId, Guid? PickUpId, Refused? Refusal);

    public sealed record Refused(Guid InspectionId, Instant At);

    /// <summary>By shipment; nothing of an order that is not there or not the reader's.</summary>
    public async Task<IReadOnlyDictionary<Guid, State>> Of(Guid orderId, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var seen = await db.Shipments.SeenBy(actor, db).Where(shipment => shipment.OrderId == orderId).Select(shipment => new
        {
            shipment.Id,
            PickUp = db.PickedUpShipments.Where(one => one.ShipmentId == shipment.Id).Select(one => (Guid?)one.PickUpId).FirstOrDefault(),
            Refusal = db.Rejections.Where(one => one.ShipmentId == shipment.Id).OrderBy(one => one.RejectedAt).Select(one => new { one.Id, one.RejectedAt }).FirstOrDefault(),
        }).ToListAsync(stop);
        return seen.ToDictionary(one => one.Id, one => new State(one.Id, one.PickUp, one.Refusal is { } refusal ? new(refusal.Id, refusal.RejectedAt) : null));
    }
}
