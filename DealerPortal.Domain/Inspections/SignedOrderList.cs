using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Inspections;

/// <summary>Outbound orders that dealers have signed, newest first, for the region's business assistant; the dealer sees his own.</summary>
public sealed class SignedOrderList(IDbContextFactory<PortalDb> contexts)
{
    public const int PageSize = 50;

    public sealed record Row(Guid InspectionId, string DealerName, string Region, string Family, Instant SignedAt, string SignedBy, bool IsLate);

    public sealed record Mark(Instant SignedAt, Guid InspectionId);

    public sealed record View(IReadOnlyList<Row> Rows, Mark? Next);

    public async Task<View> For(Actor actor, Mark? after, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var signed = db.Inspections.SeenBy(actor, db).Where(inspection => inspection.Verdict == Verdict.Passed && inspection.PickUpId != null);
        if (after is not null) signed = signed.Where(inspection => inspection.SubmittedAt < after.SignedAt || (inspection.SubmittedAt == after.SignedAt && inspection.Id.CompareTo(after.InspectionId) < 0));
        var rows = await (
            from inspection in signed
            join dealer in db.Dealers on inspection.DealerId equals dealer.Id
            orderby inspection.SubmittedAt descending, inspection.Id descending
            select new Row(inspection.Id, dealer.Name, dealer.Region, inspection.Family, inspection.SubmittedAt!.Value, inspection.SignedBy,
                db.PickUps.Any(pickUp => pickUp.Id == inspection.PickUpId && pickUp.Lines.Any(line => line.InspectionId == inspection.Id && line.LateAnswer != null))))
            .Take(PageSize + 1).ToListAsync(stop);
        var page = rows.Take(PageSize).ToList();
        return new(page, rows.Count > PageSize ? new Mark(page[^1].SignedAt, page[^1].InspectionId) : null);
    }
}
