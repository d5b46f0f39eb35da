using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.TierReviews;

/// <summary>What of the month's tiers waits for whom, and everything a director confirms at once.</summary>
public sealed class TierProposalList(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <param name="IsToPropose">The month's list is asked of this person.</param>
    /// <param name="IsToConfirm">Proposals, or a list without any, wait for this person.</param>
    public sealed record View(LocalDate Month, bool IsToPropose, bool IsToConfirm, int Waiting, Instant? Since);

    public async Task<View?> For(Actor actor, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return null;
        var (proposes, confirms) = (TierRights.MayPropose(actor, rule.Review), TierRights.MayConfirm(actor, rule.Review));
        if (!proposes && !confirms) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var month = AskForTiers.MonthOf(edition.Calendar.DateOf(now));
        var review = await db.TierReviews.AsNoTracking().SingleOrDefaultAsync(one => one.Month == month, stop);
        var waiting = await db.TierProposals.CountAsync(one => one.WaitsFor != null, stop);
        return new(month, proposes && review is { SubmittedAt: null }, confirms && (waiting > 0 && review is not { SubmittedAt: null } || review is { SubmittedAt: not null, ClosedAt: null }), waiting, review?.SubmittedAt ?? review?.AskedAt);
    }

    /// <summary>Every proposal that waits, as it is now: what "all" means when it is pressed.</summary>
    public async Task<IReadOnlyList<ConfirmTiers.Shown>> Waiting(Actor actor, CancellationToken stop)
    {
        if (book.InForceAt(clock.GetCurrentInstant()).Value?.Find<CallbackCadences>() is not { } rule || !TierRights.MayConfirm(actor, rule.Review)) return [];
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.TierProposals.Where(one => one.WaitsFor != null).Select(one => new ConfirmTiers.Shown(one.Id, one.Tier)).ToListAsync(stop);
    }
}
