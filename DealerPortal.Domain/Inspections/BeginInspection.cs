using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Inspections;

/// <summary>Opens the inspection of one family: the draft that is there already, or a new one.</summary>
public sealed class BeginInspection(PortalWork work, PolicyBook book, IClock clock)
{
    /// <param name="ShipmentId">For the first look at the depot.</param>
    /// <param name="PickUpId">For the look after the pick-up.</param>
    public sealed record Request(string Family, Guid? ShipmentId = null, Guid? PickUpId = null);

    public Task<Outcome<Guid>> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do<Guid>(actor, async db =>
        {
            var open = await db.Inspections.SeenBy(actor, db)
                .Where(inspection => inspection.Family == request.Family && inspection.ShipmentId == request.ShipmentId && inspection.PickUpId == request.PickUpId)
                .Select(inspection => new { inspection.Id, inspection.DealerId }).FirstOrDefaultAsync(stop);
            if (open is not null) return actor.MayActFor(open.DealerId) ? open.Id : Refusal.NotFound;

            var made = request.PickUpId is { } pickUpId ? await AfterPickUp(db, pickUpId, request.Family, actor, stop) : await AtDepot(db, request, actor, stop);
            if (made.Value is { } inspection) db.Inspections.Add(inspection);
            return made.Value?.Id ?? (Outcome<Guid>)made.Refusal!;
        }, stop);

    private async Task<Outcome<Inspection>> AfterPickUp(PortalDb db, Guid pickUpId, string family, Actor actor, CancellationToken stop)
    {
        var line = await db.PickUps.SeenBy(actor, db).Where(pickUp => pickUp.Id == pickUpId)
            .SelectMany(pickUp => pickUp.Lines, (pickUp, line) => new { pickUp.DealerId, line.Family, line.WindowClause })
            .SingleOrDefaultAsync(found => found.Family == family, stop);
        if (line is null || !actor.MayActFor(line.DealerId)) return Refusal.NotFound;

        var clause = Clause.Parse(line.WindowClause);
        var needs = book.Edition(clause.Pack, clause.Edition).EvidenceNeeds;
        var stage = needs.StagesOf(family)[^1];
        return Inspection.OfPickUp(Guid.CreateVersion7(), line.DealerId, pickUpId, family, StageName.Read(stage), needs.For(family, stage).Clause, clock.GetCurrentInstant());
    }

    private async Task<Outcome<Inspection>> AtDepot(PortalDb db, Request request, Actor actor, CancellationToken stop)
    {
        var dealerId = await db.Shipments.SeenBy(actor, db).Where(shipment => shipment.Id == request.ShipmentId && shipment.Lines.Any(line => line.Family == request.Family))
            .Select(shipment => (Guid?)shipment.DealerId).SingleOrDefaultAsync(stop);
        if (dealerId is null || !actor.MayActFor(dealerId.Value)) return Refusal.NotFound;
        if (await db.Shipments.AnyAsync(shipment => shipment.Id == request.ShipmentId && shipment.PickedUpAt != null, stop)) return new Refusal("pick-up.taken-already");

        var now = clock.GetCurrentInstant();
        var inForce = book.InForceAt(now);
        if (inForce.Value is not { } edition) return inForce.Refusal!;
        if (!edition.EvidenceNeeds.StagesOf(request.Family).Contains("depot")) return new Refusal("inspection.no-depot-look", Facts: Fact.Word($"family.{request.Family}"));
        return Inspection.AtDepot(Guid.CreateVersion7(), dealerId.Value, request.ShipmentId!.Value, request.Family, edition.EvidenceNeeds.For(request.Family, "depot").Clause, now);
    }
}
