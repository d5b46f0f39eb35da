namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>A branch of the tree of problems.</summary>
public sealed record ProblemGroup(string Code, Bilingual Name);
