using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>What is still to be written so that the ledger says of an order what its facts say: a pure comparison.</summary>
public static class LateBook
{
    /// <summary>The lines that are missing, date by date; none when the ledger is right.</summary>
    /// <param name="written">The order's lines so far, of the dates from <paramref name="from"/> to <paramref name="upTo"/>.</param>
    public static IReadOnlyList<LedgerEntry> Missing(LateFacts facts, IEnumerable<LedgerEntry> written, LocalDate from, LocalDate upTo, Instant now)
    {
        var chains = written.ToLookup(entry => entry.Date);
        var missing = new List<LedgerEntry>();
        for (var date = from; date <= upTo; date = date.PlusDays(1)) missing.AddRange(Of(facts, chains[date], date, now));
        return missing;
    }

    /// <summary>The end of the chain of one order and date: the line that no other follows. Null when there is none.</summary>
    public static LedgerEntry? Last(IEnumerable<LedgerEntry> chain)
    {
        var all = chain.ToList();
        var followed = all.Select(entry => entry.PreviousId).OfType<Guid>().ToHashSet();
        return all.Find(entry => !followed.Contains(entry.Id));
    }

    private static IEnumerable<LedgerEntry> Of(LateFacts facts, IEnumerable<LedgerEntry> chain, LocalDate date, Instant now)
    {
        var (pay, promisedOn) = facts.On(date);
        var last = Last(chain);
        if (last is { Kind: EntryKind.Earn })
        {
            if (last.Fen == pay.Value && last.DealerId == facts.Promise.DealerId) yield break;
            IReadOnlyList<Step> why = pay.Steps.Count > 0 ? pay.Steps : [new("late.nothing-owed", Fact.On(date))];
            yield return last = LedgerEntry.Reverse(last, facts.Promise.Cause, pay.Clause, why, now);
        }
        if (pay.Value > 0) yield return LedgerEntry.Earn(facts.Promise, date, promisedOn!.Value, pay, last, now);
    }
}
