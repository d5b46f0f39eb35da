using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>The one way to callbacks. Whatever lists, plans or makes one comes through here, and so nobody whose tier is never called can be called.</summary>
/// <remarks>A test looks that no other file of the product asks the database for callbacks.</remarks>
internal static class CallBook
{
    /// <summary>Callbacks that are to be made: open, and of dealers whose tier on the date is one that is called.</summary>
    public static IQueryable<Callback> CallsToMake(this PortalDb db, CallbackCadences rule, LocalDate today)
    {
        var (called, otherwise) = (rule.Called.ToArray(), rule.Otherwise.Value.Code);
        return db.Set<Callback>().Where(call => call.OpenFor != null && called.Contains(
            db.TierPeriods.Where(period => period.DealerId == call.DealerId && period.From <= today).OrderByDescending(period => period.From).Select(period => period.Tier).FirstOrDefault() ?? otherwise));
    }

    /// <summary>Those of them that are not late: another calendar may still move them.</summary>
    public static IQueryable<Callback> Running(this IQueryable<Callback> calls, LocalDate today) => calls.Where(call => call.DueOn >= today);

    /// <summary>Those that are to be made and those that are over.</summary>
    public static IQueryable<Callback> CallsToMakeOrMade(this PortalDb db, CallbackCadences rule, LocalDate today)
    {
        var (called, otherwise) = (rule.Called.ToArray(), rule.Otherwise.Value.Code);
        return db.Set<Callback>().Where(call => call.OpenFor == null || called.Contains(
            db.TierPeriods.Where(period => period.DealerId == call.DealerId && period.From <= today).OrderByDescending(period => period.From).Select(period => period.Tier).FirstOrDefault() ?? otherwise));
    }

    /// <summary>Callbacks that are over, whatever came of them: what figures are made of.</summary>
    public static IQueryable<Callback> CallsMade(this PortalDb db) => db.Set<Callback>().Where(call => call.OpenFor == null);

    /// <summary>Open callbacks that were planned under another tier than the dealer's present one: to be moved, or withdrawn.</summary>
    public static IQueryable<Guid> DealersInAnotherTier(this PortalDb db, CallbackCadences rule, LocalDate today)
    {
        var otherwise = rule.Otherwise.Value.Code;
        return db.Set<Callback>().Where(call => call.OpenFor != null && call.Tier != (
            db.TierPeriods.Where(period => period.DealerId == call.DealerId && period.From <= today).OrderByDescending(period => period.From).Select(period => period.Tier).FirstOrDefault() ?? otherwise))
            .Select(call => call.DealerId);
    }

    /// <summary>Dealers who may be called and for whom no call is planned.</summary>
    public static IQueryable<Guid> DealersWithoutCall(this PortalDb db, CallbackCadences rule, LocalDate today)
    {
        var (called, otherwise) = (rule.Called.ToArray(), rule.Otherwise.Value.Code);
        return db.Dealers.Where(dealer => !db.Set<Callback>().Any(call => call.OpenFor == dealer.Id) && called.Contains(
            db.TierPeriods.Where(period => period.DealerId == dealer.Id && period.From <= today).OrderByDescending(period => period.From).Select(period => period.Tier).FirstOrDefault() ?? otherwise))
            .Select(dealer => dealer.Id);
    }

    /// <summary>How dealers stand: their tier on the date, and when a callback last counted. In any tier, so that planning can decide.</summary>
    public static async Task<IReadOnlyList<Standing>> Standings(this PortalDb db, IReadOnlyList<Guid> dealers, LocalDate today, CancellationToken stop) =>
        await db.Dealers.Where(dealer => dealers.Contains(dealer.Id)).OrderBy(dealer => dealer.Id).Select(dealer => new Standing(
            dealer.Id, dealer.Name, dealer.Region, dealer.AddedAt,
            db.TierPeriods.Where(period => period.DealerId == dealer.Id && period.From <= today).OrderByDescending(period => period.From).Select(period => period.Tier).FirstOrDefault(),
            db.TierPeriods.Where(period => period.DealerId == dealer.Id && period.From <= today).OrderByDescending(period => period.From).Select(period => (LocalDate?)period.From).FirstOrDefault(),
            db.Set<Callback>().Where(call => call.DealerId == dealer.Id && call.CountsFrom != null).OrderByDescending(call => call.CountsFrom).Select(call => call.CountsFrom).FirstOrDefault())).ToListAsync(stop);

    /// <summary>Whether a dealer's tier on the date is one that is called.</summary>
    public static async Task<bool> MayBeCalled(this PortalDb db, Guid dealer, CallbackCadences rule, LocalDate today, CancellationToken stop) =>
        (await db.Standings([dealer], today, stop)).Any(standing => rule.Called.Contains(standing.Tier ?? rule.Otherwise.Value.Code));

    /// <summary>The open callbacks of dealers in whatever tier, to be changed by the planning and by nothing else.</summary>
    public static Task<List<Callback>> OpenCallsOf(this PortalDb db, IReadOnlyList<Guid> dealers, CancellationToken stop) =>
        db.Set<Callback>().Include(call => call.FollowUps).Where(call => call.OpenFor != null && dealers.Contains(call.DealerId)).ToListAsync(stop);

    /// <summary>How many open callbacks stand on each day's list of each assistant.</summary>
    public static async Task<Dictionary<(LocalDate Day, Guid? Who), int>> Load(this PortalDb db, LocalDate from, CancellationToken stop) =>
        (await db.Set<Callback>().Where(call => call.OpenFor != null && call.PlannedOn >= from).GroupBy(call => new { call.PlannedOn, call.AssistantId })
            .Select(group => new { group.Key.PlannedOn, group.Key.AssistantId, Count = group.Count() }).ToListAsync(stop)).ToDictionary(row => (row.PlannedOn, row.AssistantId), row => row.Count);

    public static void Plan(this PortalDb db, Callback call) => db.Set<Callback>().Add(call);

    /// <param name="Tier">Null where the dealer was put into none.</param>
    /// <param name="Counted">When a callback last reached the dealer, or counted as having done so.</param>
    internal sealed record Standing(Guid DealerId, string Name, string Region, Instant AddedAt, string? Tier, LocalDate? TierFrom, LocalDate? Counted);
}
