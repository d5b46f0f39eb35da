using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Inspections;

/// <summary>Gathers what an inspection is measured against, from what is really there.</summary>
internal static class InspectionProof
{
    public static async Task<Proof> Gather(PortalDb db, PolicyBook book, Inspection inspection, CancellationToken stop)
    {
        var clause = Clause.Parse(inspection.NeedClause);
        var need = book.Edition(clause.Pack, clause.Edition).EvidenceNeeds.For(inspection.Family, StageName.Of(inspection.Stage));
        var photos = await db.Photos.Where(photo => photo.Subject == inspection.Id).Select(photo => new { photo.Spot, photo.Kind, photo.Sha256 }).ToListAsync(stop);
        return new(
            await Expected(db, inspection, stop),
            need,
            photos.Where(photo => photo.Spot is not null).GroupBy(photo => photo.Spot!.Value).ToDictionary(spot => spot.Key, spot => spot.DistinctBy(photo => photo.Sha256).Count()),
            photos.Where(photo => photo.Kind == PhotoKind.Packing).DistinctBy(photo => photo.Sha256).Count());
    }

    /// <summary>The lines of the outbound order that hold this family.</summary>
    public static async Task<IReadOnlyList<ExpectedItem>> Expected(PortalDb db, Inspection inspection, CancellationToken stop) =>
        await db.Shipments
            .Where(shipment => shipment.Id == inspection.ShipmentId || db.PickedUpShipments.Any(taken => taken.PickUpId == inspection.PickUpId && taken.ShipmentId == shipment.Id))
            .SelectMany(shipment => shipment.Lines, (shipment, line) => new { shipment.Number, line.Id, line.OrderLineNumber, line.Family, line.Spec, line.Quantity })
            .Where(line => line.Family == inspection.Family)
            .OrderBy(line => line.Number).ThenBy(line => line.OrderLineNumber)
            .Select(line => new ExpectedItem(line.Id, line.Number, line.Spec, line.Quantity))
            .ToListAsync(stop);
}
