using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>What the figures count, said once for the gauges, the lists behind them, and each dealer's own.</summary>
internal static class Counted
{
    /// <summary>Callbacks that are owed in the period.</summary>
    public static IQueryable<Callback> Owed(this PortalDb db, CallbackCadences rule, LocalDate today, (LocalDate From, LocalDate Through) span) =>
        db.CallsToMakeOrMade(rule, today).AsNoTracking().Where(call => call.State != CallbackState.Withdrawn && call.DueOn >= span.From && call.DueOn <= span.Through);

    /// <summary>Callbacks whose answers were given in the period.</summary>
    public static IQueryable<Callback> Answered(this PortalDb db, (LocalDate From, LocalDate Through) span) =>
        db.CallsMade().AsNoTracking().Where(call => call.State == CallbackState.Reached && call.EndedOn >= span.From && call.EndedOn <= span.Through);

    /// <summary>Coverage and satisfaction of some dealers, each by itself.</summary>
    public static async Task<IReadOnlyDictionary<Guid, OfDealer>> ByDealer(this PortalDb db, IReadOnlyList<Guid> dealers, CallbackCadences rule, LocalDate today, LocalDate from, CancellationToken stop)
    {
        var calls = await db.Owed(rule, today, (from, today)).Where(call => dealers.Contains(call.DealerId)).GroupBy(call => call.DealerId)
            .Select(group => new { group.Key, Owed = group.Count(), Reached = group.Count(call => call.State == CallbackState.Reached) }).ToDictionaryAsync(row => row.Key, stop);
        var answers = await db.Answered((from, today)).Where(call => dealers.Contains(call.DealerId)).SelectMany(call => call.Answers.Where(answer => answer.Score != null), (call, answer) => new { call.DealerId, answer.IsSatisfied })
            .GroupBy(row => row.DealerId).Select(group => new { group.Key, All = group.Count(), Satisfied = group.Count(row => row.IsSatisfied) }).ToDictionaryAsync(row => row.Key, stop);
        return dealers.ToDictionary(id => id, id => new OfDealer(calls.GetValueOrDefault(id)?.Owed ?? 0, calls.GetValueOrDefault(id)?.Reached ?? 0, answers.GetValueOrDefault(id)?.All ?? 0, answers.GetValueOrDefault(id)?.Satisfied ?? 0));
    }

    internal sealed record OfDealer(int Owed, int Reached, int Answers, int Satisfied);
}
