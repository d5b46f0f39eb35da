using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>A dealer took goods from the depot: one window starts for each family among them.</summary>
public sealed class RecordPickUp(PortalWork work, PolicyBook book, IClock clock)
{
    /// <param name="PickUpId">Made by the page, so that the same press twice is one pick-up.</param>
    /// <param name="PickedUpAt">Null for now.</param>
    public sealed record Request(Guid PickUpId, IReadOnlyList<Guid> ShipmentIds, Instant? PickedUpAt = null);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (await db.PickUps.SeenBy(actor, db).AnyAsync(pickUp => pickUp.Id == request.PickUpId, stop)) return Outcome.Done;

            var now = clock.GetCurrentInstant();
            var shipments = await db.Shipments.SeenBy(actor, db).Where(shipment => request.ShipmentIds.Contains(shipment.Id)).Include(shipment => shipment.Lines).ToListAsync(stop);
            if (shipments.Count == 0 || shipments.Count != request.ShipmentIds.Distinct().Count() || !shipments.TrueForAll(shipment => actor.MayActFor(shipment.DealerId)))
                return Refusal.NotFound;

            var pickedUpAt = request.PickedUpAt ?? now;
            var inForce = book.InForceAt(pickedUpAt);
            if (inForce.Value is not { } edition) return inForce.Refusal!;
            var refusal = Bounds(pickedUpAt, now, edition)
                ?? await Refused(db, request.ShipmentIds, stop)
                ?? await NotLookedAt(db, shipments, edition, stop)
                ?? shipments.Select(shipment => shipment.PickUp(pickedUpAt).Refusal).FirstOrDefault(refused => refused is not null);
            if (refusal is not null) return refusal;

            var pickUp = Begin(request.PickUpId, pickedUpAt, now, shipments, edition);
            db.PickUps.Add(pickUp);
            db.Note(new(Happening.PickUpRecorded, pickUp.Id, pickUp.DealerId, null, Fact.At(pickedUpAt), Fact.Of(string.Join(", ", shipments.Select(shipment => shipment.Number)))));
            foreach (var orderId in shipments.Select(shipment => shipment.OrderId).Distinct()) db.Announce(Topics.Order(orderId));
            await DeliveryNews.Recorded(db, pickUp, now, stop);
            return Outcome.Done;
        }, stop);

    /// <summary>The windows that a pick-up at this instant would start; what the page shows before the dealer presses.</summary>
    public static PickUp Begin(Guid id, Instant pickedUpAt, Instant now, IReadOnlyList<Shipment> shipments, Edition edition)
    {
        var pickUp = new PickUp(id, shipments[0].DealerId, pickedUpAt, now, shipments.Select(shipment => shipment.Id));
        foreach (var family in shipments.SelectMany(shipment => shipment.Lines).GroupBy(line => line.Family))
        {
            var quantity = family.Sum(line => line.Quantity);
            pickUp.Await(family.Key, quantity, edition.AcceptanceWindows.For(family.Key, quantity, pickedUpAt, edition.Calendar));
        }
        return pickUp;
    }

    private static Refusal? Bounds(Instant pickedUpAt, Instant now, Edition edition)
    {
        var back = edition.AcceptanceWindows.RecordBackAtMost;
        return pickedUpAt > now ? new Refusal("pick-up.in-the-future", Field: "picked-up-at")
            : pickedUpAt < now - back.Value ? new Refusal("pick-up.too-long-ago", back.Clause, "picked-up-at", Fact.At(now - back.Value))
            : null;
    }

    private static async Task<Refusal?> Refused(PortalDb db, IReadOnlyList<Guid> ids, CancellationToken stop) =>
        await db.Rejections.AnyAsync(rejection => rejection.ShipmentId != null && ids.Contains(rejection.ShipmentId.Value), stop) ? new Refusal("pick-up.refused-already") : null;

    private static async Task<Refusal?> NotLookedAt(PortalDb db, IReadOnlyList<Shipment> shipments, Edition edition, CancellationToken stop)
    {
        var owed = shipments.SelectMany(shipment => shipment.Lines, (shipment, line) => (shipment.Id, line.Family))
            .Where(pair => edition.EvidenceNeeds.StagesOf(pair.Family).Contains("depot")).ToHashSet();
        if (owed.Count == 0) return null;
        var ids = owed.Select(pair => pair.Id).ToHashSet();
        var looks = await db.DepotLooks.Where(look => ids.Contains(look.ShipmentId)).ToListAsync(stop);
        foreach (var look in looks) owed.Remove((look.ShipmentId, look.Family));
        return owed.Count == 0 ? null
            : new Refusal("pick-up.depot-look-missing", edition.EvidenceNeeds.For(owed.First().Family, "depot").Clause, Facts: Fact.Word($"family.{owed.First().Family}"));
    }
}
