using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>Counts what every order has earned anew from its facts, and reports where the ledger says otherwise. It mends nothing: a difference is looked into.</summary>
/// <remarks>Dates that a sweep has still to write are no difference. Orders are read some at a time, by key.</remarks>
public sealed class CheckLedger(IDbContextFactory<PortalDb> contexts, PortalWork work, PolicyBook book)
{
    private const int Batch = 200;
    private static readonly Actor Portal = Actor.System("check-ledger");

    /// <summary>Looked: orders; failed: those that differ, the first of them named.</summary>
    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        var (total, last) = (SweepCount.None, Guid.Empty);
        var differ = new List<string>();
        while (true)
        {
            var (read, wrong, end) = await Check(last, now, stop);
            total += new SweepCount(read, 0, wrong.Count);
            differ.AddRange(wrong);
            if (read < Batch) break;
            last = end;
        }
        if (differ.Count == 0) return total;
        await Report(differ, now, stop);
        return total with { Why = $"The ledger differs from the facts: {string.Join(", ", differ.Take(20))}" };
    }

    /// <summary>The orders, by number, whose lines in the ledger are not what their facts say.</summary>
    private async Task<(int Read, List<string> Wrong, Guid Last)> Check(Guid after, Instant now, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var promises = await db.Promises.AsNoTracking().Where(promise => promise.Id > after).OrderBy(promise => promise.Id).Take(Batch).ToListAsync(stop);
        if (promises.Count == 0) return (0, [], after);
        var ids = promises.Select(promise => promise.Id).ToArray();
        var ledger = (await db.Ledger.AsNoTracking().Where(entry => ids.Contains(entry.OrderId!.Value)).ToListAsync(stop)).ToLookup(entry => entry.OrderId);
        var all = await LateOrders.Of(db, promises, book, stop);
        return (promises.Count, [.. all.Where(facts => Differs(facts, [.. ledger[facts.Promise.Id]], now)).Select(facts => facts.Promise.Number)], promises[^1].Id);
    }

    // What waits to be looked at again is not wrong yet; dates from the next one on are not written yet.
    private static bool Differs(LateFacts facts, List<LedgerEntry> written, Instant now)
    {
        if (facts.Promise.ChangedAt is not null) return false;
        var first = written.Select(entry => (LocalDate?)entry.Date).Append(facts.FirstLateDate).Min();
        var today = facts.Edition.Calendar.DateOf(now);
        var upTo = facts.Promise.NextEarnOn is { } next ? LocalDate.Min(next.PlusDays(-1), today) : today;
        return (first is { } from && LateBook.Missing(facts, written.Where(entry => entry.Date <= upTo), from, upTo, now).Count > 0)
            || written.GroupBy(entry => entry.Date).Any(date => date.Sum(entry => entry.Fen) is var sum && sum != (LateBook.Last(date) is { Kind: EntryKind.Earn } earning ? earning.Fen : 0));
    }

    private Task<Outcome> Report(List<string> differ, Instant now, CancellationToken stop) => work.Do(Portal, async db =>
    {
        var news = new News($"ledger/{now.ToUnixTimeSeconds()}", NoticeKind.LedgerDiffers, Guid.Empty, "/jobs/check-ledger", null, Fact.Number(differ.Count), Fact.Of(differ[0]));
        await db.TellRole(Role.Administrator, null, news, now, stop);
        await db.TellRole(Role.Finance, null, news, now, stop);
        return Outcome.Done;
    }, stop);
}
