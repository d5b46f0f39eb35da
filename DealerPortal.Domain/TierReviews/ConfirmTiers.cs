using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.TierReviews;

/// <summary>The director confirms proposals: the tiers hold from today, and the callbacks are planned anew in the same save.</summary>
public sealed class ConfirmTiers(PortalWork work, PolicyBook book, IClock clock)
{
    /// <param name="Proposals">Those that were shown, and as they were shown: one that changed meanwhile stays waiting.</param>
    public sealed record Request(IReadOnlyList<Shown> Proposals);

    public sealed record Shown(Guid Id, string Tier);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            var now = clock.GetCurrentInstant();
            if (book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule || !TierRights.MayConfirm(actor, rule.Review)) return Refusal.NotAllowed;
            var ids = request.Proposals.Select(one => one.Id).ToArray();
            var waiting = await db.TierProposals.Where(one => one.WaitsFor != null).ToListAsync(stop);
            var chosen = waiting.Where(one => ids.Contains(one.Id)).ToList();
            if (chosen.Find(one => request.Proposals.All(shown => shown != new Shown(one.Id, one.Tier))) is { } other) return new Refusal("tier.changed-meanwhile", null, null, Fact.Word("tier." + other.Tier));

            var fromToday = await Set(db, chosen, rule, edition.Calendar.DateOf(now), actor, now, stop);
            await new Planning(db, edition, now, stop).For([.. fromToday.Keys], fromToday);
            if (waiting.Count == chosen.Count) await Close(db, rule, AskForTiers.MonthOf(edition.Calendar.DateOf(now)), actor, now, stop);
            db.Announce(Topics.Tiers);
            db.Announce(Topics.Staff);
            return Outcome.Done;
        }, stop);

    // Answers which of them hold from today; the others are for tomorrow's planning.
    private static async Task<Dictionary<Guid, string>> Set(PortalDb db, List<TierProposal> chosen, CallbackCadences rule, LocalDate today, Actor actor, Instant now, CancellationToken stop)
    {
        var dealers = chosen.Select(one => one.DealerId).ToArray();
        var names = await db.Dealers.Where(one => dealers.Contains(one.Id)).ToDictionaryAsync(one => one.Id, one => one.Name, stop);
        var begun = await db.TierPeriods.Where(one => dealers.Contains(one.DealerId) && one.From >= today).ToListAsync(stop);
        foreach (var one in chosen)
        {
            // A date has one tier: a second change of the same day holds from the next.
            var from = begun.Where(period => period.DealerId == one.DealerId).Select(period => period.From.PlusDays(1)).Append(today).Max();
            db.TierPeriods.Add(new(Guid.CreateVersion7(), one.DealerId, one.Tier, from, actor.Name, now));
            one.Confirm(actor.Name, now);
            db.Note(new(Happening.TierSet, one.DealerId, null, rule.Find(one.Tier)?.Clause, Fact.Of(names[one.DealerId]), Fact.Word("tier." + one.Tier), Fact.On(from)));
            db.Announce(Topics.Dealer(one.DealerId));
        }
        return chosen.Where(one => begun.TrueForAll(period => period.DealerId != one.DealerId)).ToDictionary(one => one.DealerId, one => one.Tier);
    }

    private static async Task Close(PortalDb db, CallbackCadences rule, LocalDate month, Actor actor, Instant now, CancellationToken stop)
    {
        if (await db.TierReviews.SingleOrDefaultAsync(one => one.Month == month, stop) is { } review && review.Close(actor.Name, now))
            db.Note(new(Happening.TierReviewClosed, review.Id, null, rule.Review.Clause, Fact.On(month)));
    }
}
