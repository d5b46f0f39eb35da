using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Domain.TierReviews;

/// <summary>The capability's own part of the list of what is registered.</summary>
internal static class TierReviewsSetup
{
    public static void AddTierReviews(this IServiceCollection services)
    {
        Type[] all = [typeof(AskForTiers), typeof(ProposeTier), typeof(SubmitTiers), typeof(ConfirmTiers), typeof(DeclineTier), typeof(TierReviewBoard), typeof(TierProposalList)];
        foreach (var type in all) services.AddSingleton(type);
    }
}
