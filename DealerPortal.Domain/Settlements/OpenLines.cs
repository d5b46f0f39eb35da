using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>The lines of the ledger that stand in no batch.</summary>
/// <remarks>An order whose cause nobody has decided earns provisionally. What is provisional is not paid: all of such an order's lines wait until the cause is known.</remarks>
internal static class OpenLines
{
    public static IQueryable<LedgerEntry> Of(PortalDb db) =>
        db.Ledger.Where(entry => entry.Kind != EntryKind.Settle && !db.BatchLines.Any(line => line.EntryId == entry.Id && line.ReleasedAt == null));

    /// <summary>Those a batch through this date takes up.</summary>
    public static IQueryable<LedgerEntry> Ready(PortalDb db, LocalDate through) =>
        Of(db).Where(entry => entry.Date <= through && db.Promises.Any(promise => promise.Id == entry.OrderId && promise.Cause != null));

    /// <summary>Those that wait for the cause to be decided.</summary>
    public static IQueryable<LedgerEntry> Undecided(PortalDb db, LocalDate through) =>
        Of(db).Where(entry => entry.Date <= through && db.Promises.Any(promise => promise.Id == entry.OrderId && promise.Cause == null));
}
