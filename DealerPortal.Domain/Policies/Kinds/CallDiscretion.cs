namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>The tier whose complaints on the phone are taken up at the company's discretion, and the clause that says so.</summary>
public sealed record CallDiscretion(Clause Clause, string Tier);
