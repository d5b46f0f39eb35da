namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Which causes of a delay the company pays for.</summary>
/// <param name="UndecidedEarns">Whether dates earn provisionally until somebody decides the cause.</param>
public sealed record LateCauses(Clause Clause, IReadOnlyList<string> Earn, IReadOnlyList<string> EarnNothing, bool UndecidedEarns, Bilingual? HouseRule)
{
    public bool Earns(string? cause) => cause is null ? UndecidedEarns : Earn.Contains(cause);
}
