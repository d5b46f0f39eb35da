using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>The receipt of goods that a complaint is about, as the deliveries know it.</summary>
/// <param name="CountsAsAccepted">Silence, or use without consent, has made the goods accepted in quantity and quality.</param>
internal sealed record Receipt(string Family, Guid? PickUpId, Guid? OrderId, bool CountsAsAccepted)
{
    /// <summary>The receipt that a form points at: by the rejected inspection, by the delivery, or by the order. Null when it points at none of this dealer's.</summary>
    public static async Task<Receipt?> Find(PortalDb db, Guid dealerId, DraftForm form, Instant now, CancellationToken stop)
    {
        var refused = form.InspectionId is { } inspection ? await db.Rejections.SingleOrDefaultAsync(one => one.Id == inspection && one.DealerId == dealerId, stop) : null;
        if (form.InspectionId is not null && refused is null) return null;
        if ((refused?.Family ?? form.Family) is not { } family) return null;
        // Goods that were never taken were never accepted.
        if (refused is { PickUpId: null }) return new(family, null, await OrderOf(db, db.Shipments.Where(shipment => shipment.Id == refused.ShipmentId).Select(shipment => shipment.Id), stop), false);

        var pickUps = await PickUps(db, dealerId, form, refused).ToListAsync(stop);
        var lines = pickUps.Select(pickUp => pickUp.Line(family)).OfType<PickUpLine>().ToList();
        if (lines.Count == 0) return null;
        var pickUpId = refused?.PickUpId ?? form.PickUpId;
        var order = form.OrderId ?? (pickUpId is { } id ? await OrderOf(db, db.PickedUpShipments.Where(one => one.PickUpId == id).Select(one => one.ShipmentId), stop) : null);
        // Several deliveries of one order: as long as one of them is still open to the dealer's word, the reading is the dealer's.
        return new(family, pickUpId, order, lines.TrueForAll(line => line.AnswerAt(now) is LineAnswer.DeemedAccepted or LineAnswer.CountsAsAccepted));
    }

    private static IQueryable<PickUp> PickUps(PortalDb db, Guid dealerId, DraftForm form, Rejection? refused)
    {
        var mine = db.PickUps.Include(pickUp => pickUp.Lines).AsSplitQuery().Where(pickUp => pickUp.DealerId == dealerId);
        if ((refused?.PickUpId ?? form.PickUpId) is { } id) return mine.Where(pickUp => pickUp.Id == id);
        return mine.Where(pickUp => form.OrderId != null && db.PickedUpShipments.Any(one => one.PickUpId == pickUp.Id && db.Shipments.Any(shipment => shipment.Id == one.ShipmentId && shipment.OrderId == form.OrderId)));
    }

    // Only where the goods are of one order; of several the dealer says which.
    private static async Task<Guid?> OrderOf(PortalDb db, IQueryable<Guid> shipments, CancellationToken stop)
    {
        var orders = await db.Shipments.Where(shipment => shipments.Contains(shipment.Id)).Select(shipment => shipment.OrderId).Distinct().Take(2).ToListAsync(stop);
        return orders.Count == 1 ? orders[0] : null;
    }
}
