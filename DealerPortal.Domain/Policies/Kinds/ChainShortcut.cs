namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>A tier of dealers whose plans are released at once when one named role has verified the facts.</summary>
/// <param name="Tier">Code of the tier, such as <c>gold</c>.</param>
/// <param name="VerifiedBy">Code of the role.</param>
public sealed record ChainShortcut(Clause Clause, string Tier, string VerifiedBy);
