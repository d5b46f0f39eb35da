using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>Writes into the ledger what late dates have earned and takes back what proved not owed. It makes nothing true; it writes it down.</summary>
/// <remarks>Each order is brought up to date by itself, date by date from where it stands: downtime costs a longer run and nothing else. A run for an instant
/// that is past finds only what was due by then. What an order has earned follows from its facts alone, so every node writes the same.</remarks>
public sealed class EarnLateDays(PortalWork work, Sweep sweep, PolicyBook book) : IDueTimes
{
    private static readonly Actor Portal = Actor.System("late-pay");

    // What was recorded late is set right within the minute, by its own run: only what falls due by itself has a moment that counts.
    public IQueryable<Due> Waiting(PortalDb db) => db.Promises
        .Where(promise => promise.NextLookAt != null && promise.ChangedAt == null).Select(promise => new Due { At = promise.NextLookAt!.Value, Id = promise.Id });

    /// <summary>Everything due up to <paramref name="now"/>. Twice, late, or on two machines: the same ledger.</summary>
    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop) =>
        await SpreadSpans(now, stop) + await Walk(now, isAll: true, stop);

    /// <summary>Only what changed since it was looked at: facts that were recorded late, causes, spans. Costs one look at an index when nothing did.</summary>
    public async Task<SweepCount> ReviseAsOf(Instant now, CancellationToken stop) =>
        await SpreadSpans(now, stop) + await Walk(now, isAll: false, stop);

    private Task<SweepCount> Walk(Instant now, bool isAll, CancellationToken stop) => sweep.WalkTogether(
        db => db.Promises.Where(promise => promise.NextLookAt <= now && (isAll || promise.ChangedAt != null)).Select(promise => new Due { At = promise.NextLookAt!.Value, Id = promise.Id }),
        ids => Bring(ids, now, stop),
        stop);

    // A span that was granted concerns the orders that have earned on its dates; those that have not will find it when they do.
    private Task<SweepCount> SpreadSpans(Instant now, CancellationToken stop) => sweep.Walk(
        db => db.ExcusedSpans.Where(span => span.IsGranted && span.SpreadAt == null).Select(span => new Due { At = span.RecordedAt, Id = span.Id }),
        id => SpanReach.Spread(work, Portal, id, now, stop),
        stop);

    private Task<Outcome<int>> Bring(IReadOnlyList<Guid> ids, Instant now, CancellationToken stop) => work.Do<int>(Portal, async db =>
    {
        var promises = await db.Promises.Where(promise => ids.Contains(promise.Id) && promise.NextLookAt <= now).ToListAsync(stop);
        if (promises.Count == 0) return 0;

        var facts = await LateOrders.Of(db, promises, book, stop);
        var written = await Written(db, promises, stop);
        var news = new List<(Promise Of, IReadOnlyList<LedgerEntry> Entries)>();
        foreach (var one in facts)
            if (Bring(one, [.. written[one.Promise.Id]], now) is { Count: > 0 } missing) news.Add((one.Promise, missing));
        db.Ledger.AddRange(news.SelectMany(one => one.Entries));
        await LateNews.Tell(db, news, now, stop);
        return news.Count;
    }, stop);

    // What is missing of one order up to today; and from when on it is to be looked at again.
    private static IReadOnlyList<LedgerEntry> Bring(LateFacts facts, List<LedgerEntry> written, Instant now)
    {
        var (promise, calendar) = (facts.Promise, facts.Edition.Calendar);
        var upTo = written.Select(entry => entry.Date).Append(calendar.DateOf(now)).Max();
        var from = promise.ChangedAt is null ? promise.NextEarnOn : written.Select(entry => (LocalDate?)entry.Date).Append(facts.FirstLateDate).Min();
        var missing = from is { } first ? LateBook.Missing(facts, written, first, upTo, now) : [];
        promise.Looked(facts.NextLateDate(upTo.PlusDays(1)) is { } next ? (next, calendar.StartOf(next)) : null, facts.DueOn(now));
        return missing;
    }

    // Of an order that changed every line counts; of the others those of dates not yet looked at, which are none but for a run that was broken off.
    private static async Task<ILookup<Guid, LedgerEntry>> Written(PortalDb db, List<Promise> promises, CancellationToken stop)
    {
        var starts = promises.ToDictionary(promise => promise.Id, promise => promise.ChangedAt is null ? promise.NextEarnOn : null);
        Guid[] changed = [.. starts.Where(start => start.Value is null).Select(start => start.Key)], others = [.. starts.Keys.Except(changed)];
        var from = starts.Values.Min();
        var entries = await db.Ledger.AsNoTracking()
            .Where(entry => changed.Contains(entry.OrderId!.Value) || (others.Contains(entry.OrderId!.Value) && entry.Date >= from)).ToListAsync(stop);
        return entries.Where(entry => starts[entry.OrderId!.Value] is not { } start || entry.Date >= start).ToLookup(entry => entry.OrderId!.Value);
    }
}
