using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.TierReviews;

/// <summary>The director does not follow a proposal, and says why. The dealer stays in his tier.</summary>
public sealed class DeclineTier(PortalWork work, PolicyBook book, IClock clock)
{
    public sealed record Request(Guid ProposalId, string Reason);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            var now = clock.GetCurrentInstant();
            if (book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule || !TierRights.MayConfirm(actor, rule.Review)) return Refusal.NotAllowed;
            if (string.IsNullOrWhiteSpace(request.Reason)) return new Refusal("tier.reason-missing", null, "reason");
            if (await db.TierProposals.SingleOrDefaultAsync(one => one.Id == request.ProposalId, stop) is not { } proposal) return Refusal.NotFound;
            if (proposal.IsConfirmed is false) return Outcome.Done;
            if (proposal.IsConfirmed is true) return new Refusal("tier.confirmed-already");

            proposal.Decline(request.Reason.Trim(), actor.Name, now);
            var name = await db.Dealers.Where(one => one.Id == proposal.DealerId).Select(one => one.Name).SingleAsync(stop);
            db.Note(new(Happening.TierDeclined, proposal.DealerId, null, null, Fact.Of(name), Fact.Word("tier." + proposal.Tier), Fact.Of(request.Reason.Trim())));
            await db.TellRole(TierRights.RoleOf(rule.Review.Proposes), null, new($"tier-declined/{proposal.Id:N}", NoticeKind.TiersDeclined, proposal.DealerId, AskForTiers.Path, null, Fact.Of(name), Fact.Of(request.Reason.Trim())), now, stop);
            db.Announce(Topics.Tiers);
            db.Announce(Topics.Staff);
            return Outcome.Done;
        }, stop);
}
