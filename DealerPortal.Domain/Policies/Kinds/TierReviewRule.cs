namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Who settles the tiers at the start of each month.</summary>
/// <param name="Proposes">Code of the role that draws up the list.</param>
/// <param name="Confirms">Code of the role without whose word nothing changes.</param>
public sealed record TierReviewRule(Clause Clause, string Proposes, string Confirms);
