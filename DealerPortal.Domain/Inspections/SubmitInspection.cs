using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Inspections;

/// <summary>A dealer's signed word on the goods of one family: passed, rejected, or refused at the depot.</summary>
public sealed class SubmitInspection(PortalWork work, PolicyBook book, IClock clock)
{
    public sealed record Request(Guid InspectionId, Findings Findings);

    public Task<Outcome<Verdict>> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do<Verdict>(actor, async db =>
        {
            var inspection = await db.Inspections.SeenBy(actor, db).Include(inspection => inspection.Items).Include(inspection => inspection.Spots)
                .SingleOrDefaultAsync(inspection => inspection.Id == request.InspectionId, stop);
            if (inspection is null || !actor.MayActFor(inspection.DealerId)) return Refusal.NotFound;
            if (inspection.Verdict is { } settled) return settled;

            var now = clock.GetCurrentInstant();
            var proof = await InspectionProof.Gather(db, book, inspection, stop);
            var verdict = inspection.Submit(request.Findings, proof, actor.Name, now);
            if (!verdict.IsDone) return verdict;

            var answered = inspection.PickUpId is null ? await AtDepot(db, inspection, now, stop) : await AfterPickUp(db, inspection, now, stop);
            return answered.Refusal is { } refusal ? refusal : verdict;
        }, stop);

    private static async Task<Outcome> AtDepot(PortalDb db, Inspection inspection, Instant now, CancellationToken stop)
    {
        var shipmentId = inspection.ShipmentId!.Value;
        if (await db.Shipments.AnyAsync(shipment => shipment.Id == shipmentId && shipment.PickedUpAt != null, stop)) return new Refusal("pick-up.taken-already");

        db.DepotLooks.Add(new DepotLook(shipmentId, inspection.Family, inspection.Id, now));
        if (inspection.Verdict == Verdict.Refused)
        {
            var rejection = new Rejection(inspection.Id, inspection.DealerId, null, shipmentId, inspection.Family, now, isLate: false);
            db.Rejections.Add(rejection);
            db.Announce(Topics.Order(await db.Shipments.Where(shipment => shipment.Id == shipmentId).Select(shipment => shipment.OrderId).SingleAsync(stop)));
            await DeliveryNews.Rejected(db, rejection, now, stop);
        }
        else await DeliveryNews.Announce(db, inspection.DealerId, null, stop);
        Note(db, inspection, shipmentId, inspection.Verdict switch
        {
            Verdict.Refused => Happening.GoodsRefused,
            Verdict.Noted => Happening.DepotDamageNoted,
            _ => Happening.DepotLookPassed,
        });
        return Outcome.Done;
    }

    private static async Task<Outcome> AfterPickUp(PortalDb db, Inspection inspection, Instant now, CancellationToken stop)
    {
        var pickUp = await db.PickUps.Include(pickUp => pickUp.Lines).SingleAsync(pickUp => pickUp.Id == inspection.PickUpId, stop);
        var rejected = inspection.Verdict == Verdict.Rejected;
        var wasOpen = pickUp.Line(inspection.Family)!.IsOpen;
        var outcome = rejected ? pickUp.Reject(inspection.Family, inspection.Id, now) : pickUp.Accept(inspection.Family, inspection.Id, now);
        if (!outcome.IsDone) return outcome;

        var line = pickUp.Line(inspection.Family)!;
        var late = line.LateAnswer is not null;
        // The window had ended and no sweep had written it down yet: it is written down now, before the late word.
        if (late && wasOpen) DeliveryNews.NoteDeemed(db, pickUp, line);
        Note(db, inspection, pickUp.Id, (rejected, late) switch
        {
            (false, false) => Happening.LineAccepted,
            (false, true) => Happening.LineAcceptedLate,
            (true, false) => Happening.LineRejected,
            (true, true) => Happening.LineRejectedLate,
        });
        if (!rejected)
        {
            await DeliveryNews.SignedFor(db, pickUp, line, inspection.Id, now, stop);
            return Outcome.Done;
        }
        var rejection = new Rejection(inspection.Id, pickUp.DealerId, pickUp.Id, null, line.Family, now, late);
        db.Rejections.Add(rejection);
        await DeliveryNews.Rejected(db, rejection, now, stop);
        return Outcome.Done;
    }

    private static void Note(PortalDb db, Inspection inspection, Guid subject, Happening what) =>
        db.Note(new(what, subject, inspection.DealerId, Clause.Parse(inspection.NeedClause), Fact.Word($"family.{inspection.Family}"), Fact.Of(inspection.SignedBy), Fact.Number(inspection.Spots.Count)));
}
