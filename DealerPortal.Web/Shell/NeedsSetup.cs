using DealerPortal.Web.Approvals;
using DealerPortal.Web.Callbacks;
using DealerPortal.Web.Compensation;
using DealerPortal.Web.Conduct;
using DealerPortal.Web.Deliveries;
using DealerPortal.Web.Hotline;
using DealerPortal.Web.TierReviews;

namespace DealerPortal.Web.Shell;

/// <summary>Whose work waits for people on the start page: the one list.</summary>
public static class NeedsSetup
{
    public static IServiceCollection AddNeeds(this IServiceCollection services) => services
        .AddSingleton<INeeds, Settlements.SettlementNeeds>()
        .AddSingleton<INeeds, Complaints.CaseNeeds>()
        .AddSingleton<INeeds, WindowNeeds>()
        .AddSingleton<INeeds, RejectionNeeds>()
        .AddSingleton<INeeds, ProposalNeeds>()
        .AddSingleton<INeeds, ApprovalNeeds>()
        .AddSingleton<INeeds, ArrivalNeeds>()
        .AddSingleton<INeeds, CallbackNeeds>()
        .AddSingleton<INeeds, TierNeeds>()
        .AddSingleton<INeeds, BreachNeeds>()
        .AddSingleton<INeeds, PromiseNeeds>()
        .AddSingleton<IPlaceCount, Complaints.TriageCount>()
        .AddSingleton<IPlaceCount, ApprovalCount>()
        .AddSingleton<IPlaceCount, CallbackCount>()
        .AddSingleton<IPlaceCount, PromiseCount>()
        .AddScoped<PlaceCounts>();
}
