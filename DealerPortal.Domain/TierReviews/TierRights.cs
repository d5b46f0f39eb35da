using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies.Kinds;

namespace DealerPortal.Domain.TierReviews;

/// <summary>Who settles tiers: the roles that the regulation names.</summary>
public static class TierRights
{
    /// <summary>The role by its code in packs: <c>service-assistant</c>.</summary>
    public static Role RoleOf(string code) => Enum.Parse<Role>(code.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    public static bool MayPropose(Actor actor, TierReviewRule rule) => actor.IsStaff && actor.Is(RoleOf(rule.Proposes));

    public static bool MayConfirm(Actor actor, TierReviewRule rule) => actor.IsStaff && actor.Is(RoleOf(rule.Confirms));

    public static bool MaySee(Actor actor) => Callbacks.CallbackRights.MaySee(actor);
}
