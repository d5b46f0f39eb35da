using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Inspections;

/// <summary>One inspection: the draft with what is still to show, or the settled word, printable as the signed outbound order.</summary>
public sealed class InspectionSheet(IDbContextFactory<PortalDb> contexts, PolicyBook book)
{
    public sealed record View(
        Guid Id, string Family, InspectionStage Stage, Guid? ShipmentId, Guid? PickUpId, string DealerName, string DealerCode, string OrderNumbers, string ShipmentNumbers,
        IReadOnlyList<ExpectedItem> Expected, Ruling<EvidenceNeed> Need, IReadOnlyDictionary<Guid, int> PhotosBySpot, int PackingPhotos,
        Findings Findings, int DraftNumber, Instant DraftSavedAt, Verdict? Verdict, Instant? SubmittedAt, string? SubmittedBy, bool IsLate, Instant? WindowStarts, Instant? WindowEnds, bool MayWrite)
    {
        public bool IsSubmitted => SubmittedAt is not null;

        /// <summary>What the findings would come to.</summary>
        public Verdict Judge(Findings findings) => Proof.Judge(Stage, findings);

        /// <summary>What a submission would be refused for first; null for nothing.</summary>
        public Refusal? Missing(Findings findings) => Proof.Missing(Stage, findings);

        private Proof Proof => new(Expected, Need, PhotosBySpot, PackingPhotos);
    }

    /// <summary>Null for "not there" and "not yours". Staff see what was submitted, not the dealer's draft.</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var inspection = await db.Inspections.AsNoTracking().SeenBy(actor, db).SingleOrDefaultAsync(inspection => inspection.Id == id, stop);
        if (inspection is null || (!inspection.IsSubmitted && !actor.IsDealer)) return null;

        var proof = await InspectionProof.Gather(db, book, inspection, stop);
        var dealer = await db.Dealers.AsNoTracking().SingleAsync(dealer => dealer.Id == inspection.DealerId, stop);
        var line = await db.PickUps.Where(pickUp => pickUp.Id == inspection.PickUpId).SelectMany(pickUp => pickUp.Lines)
            .Where(line => line.Family == inspection.Family).Select(line => new { line.WindowStarts, line.WindowEnds, Late = line.InspectionId == id && line.LateAnswer != null }).SingleOrDefaultAsync(stop);
        var shipments = proof.Expected.Select(item => item.ShipmentNumber).Distinct().ToList();
        var orders = await db.Shipments.Where(shipment => shipments.Contains(shipment.Number)).Select(shipment => shipment.OrderNumber).Distinct().ToListAsync(stop);
        return new(
            id, inspection.Family, inspection.Stage, inspection.ShipmentId, inspection.PickUpId, dealer.Name, dealer.Code, string.Join(", ", orders.Order(StringComparer.Ordinal)), string.Join(", ", shipments),
            proof.Expected, proof.Need, proof.PhotosBySpot, proof.PackingPhotos, Findings.Read(inspection.Draft), inspection.DraftNumber, inspection.DraftSavedAt,
            inspection.Verdict, inspection.SubmittedAt, inspection.SubmittedBy, line?.Late ?? false, line?.WindowStarts, line?.WindowEnds, !inspection.IsSubmitted && actor.MayActFor(inspection.DealerId));
    }
}
