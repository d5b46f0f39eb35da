using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>Writes into the ledger what late dates have earned and takes back what proved not owed. It makes nothing true; it writes it down.</summary>
/// <remarks>Each order is brought up to date by itself, date by date from where it stands: downtime costs a longer run and nothing else. A run for an instant
/// that is past finds only what was due by then. What an order has earned follows from its facts alone, so every node writes the same.</remarks>
public sealed class EarnLateDays(PortalWork work, Sweep sweep, PolicyBook book)
{
    private static readonly Actor Portal = Actor.System("late-pay");

    /// <summary>Everything due up to <paramref name="now"/>. Twice, late, or on two machines: the same ledger.</summary>
    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop) =>
        await SpreadSpans(now, stop) + await Walk(now, isAll: true, stop);

    /// <summary>Only what changed since it was looked at: facts that were recorded late, causes, spans. Costs one look at an index when nothing did.</summary>
    public async Task<SweepCount> ReviseAsOf(Instant now, CancellationToken stop) =>
        await SpreadSpans(now, stop) + await Walk(now, isAll: false, stop);

    private Task<SweepCount> Walk(Instant now, bool isAll, CancellationToken stop) => sweep.Walk(
        db => db.Promises.Where(promise => promise.NextLookAt <= now && (isAll || promise.ChangedAt != null)).Select(promise => new Due { At = promise.NextLookAt!.Value, Id = promise.Id }),
        id => Bring(id, now, stop),
        stop);

    // A span that was granted concerns the orders that have earned on its dates; those that have not will find it when they do.
    private Task<SweepCount> SpreadSpans(Instant now, CancellationToken stop) => sweep.Walk(
        db => db.ExcusedSpans.Where(span => span.IsGranted && span.SpreadAt == null).Select(span => new Due { At = span.RecordedAt, Id = span.Id }),
        id => SpanReach.Spread(work, Portal, id, now, stop),
        stop);

    private Task<Outcome<bool>> Bring(Guid id, Instant now, CancellationToken stop) => work.Do<bool>(Portal, async db =>
    {
        var promise = await db.Promises.SingleAsync(promise => promise.Id == id, stop);
        if (promise.NextLookAt is null || promise.NextLookAt > now) return false;

        var facts = (await LateOrders.Of(db, [promise], book, stop))[0];
        var calendar = facts.Edition.Calendar;
        var written = await Written(db, promise.ChangedAt is null ? promise.NextEarnOn : null, id, stop);
        var today = calendar.DateOf(now);
        var upTo = written.Select(entry => entry.Date).Append(today).Max();
        var from = promise.ChangedAt is null ? promise.NextEarnOn : written.Select(entry => (LocalDate?)entry.Date).Append(facts.FirstLateDate).Min();
        var missing = from is { } first ? LateBook.Missing(facts, written, first, upTo, now) : [];
        db.Ledger.AddRange(missing);
        promise.Looked(facts.NextLateDate(upTo.PlusDays(1)) is { } next ? (next, calendar.StartOf(next)) : null, facts.DueOn(now));
        await LateNews.Tell(db, promise, missing, now, stop);
        return missing.Count > 0;
    }, stop);

    private static Task<List<LedgerEntry>> Written(PortalDb db, LocalDate? from, Guid orderId, CancellationToken stop) =>
        db.Ledger.AsNoTracking().Where(entry => entry.OrderId == orderId && (from == null || entry.Date >= from)).ToListAsync(stop);
}
