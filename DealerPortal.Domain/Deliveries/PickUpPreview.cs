using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>The windows that a pick-up would start, shown before the dealer presses.</summary>
public sealed class PickUpPreview(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <param name="RecordFrom">The earliest instant that may be recorded.</param>
    public sealed record View(IReadOnlyList<PickUpSheet.Line> Lines, Instant RecordFrom);

    /// <summary>Null when the shipments are not the actor's or no rule is in force.</summary>
    public async Task<View?> For(IReadOnlyList<Guid> shipmentIds, Instant? pickedUpAt, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var shipments = await db.Shipments.AsNoTracking().SeenBy(actor, db).Where(shipment => shipmentIds.Contains(shipment.Id)).Include(shipment => shipment.Lines).ToListAsync(stop);
        var now = clock.GetCurrentInstant();
        var at = pickedUpAt ?? now;
        if (shipments.Count == 0 || book.InForceAt(at) is not { Value: { } edition }) return null;

        var pickUp = RecordPickUp.Begin(Guid.Empty, at, now, shipments, edition);
        return new([.. pickUp.Lines.Select(line => PickUpSheet.Line.Of(line, now, null))], now - edition.AcceptanceWindows.RecordBackAtMost.Value);
    }
}
