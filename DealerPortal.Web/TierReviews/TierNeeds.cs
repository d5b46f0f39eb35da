using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.TierReviews;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.TierReviews;

/// <summary>The month's tiers: asked of the service assistant, then waiting for the director's word.</summary>
internal sealed class TierNeeds(TierProposalList list, Wording words) : INeeds
{
    public async Task<INeeds.Waiting> Of(Actor actor, CancellationToken stop)
    {
        if (await list.For(actor, stop) is not { } view || !(view.IsToPropose || view.IsToConfirm)) return INeeds.Waiting.None;
        return INeeds.Waiting.These([new(view.IsToPropose ? "tiers-propose" : "tiers-confirm", PortalUrls.TiersWith(view.IsToConfirm && view.Waiting > 0, null),
            words.Say("tiers.month", Fact.Of($"{view.Month.Year}"), Fact.Of($"{view.Month.Month:00}")), words.Say("tiers.waiting", Fact.Number(view.Waiting)))]);
    }
}
