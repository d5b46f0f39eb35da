namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>What excuses dates, and whose consent a recorded span needs.</summary>
/// <param name="Also">Reasons that the pack adds where the text is silent.</param>
/// <param name="Approvals">Codes of the roles that consent, in order.</param>
public sealed record LateExcuses(Clause Clause, IReadOnlyList<string> Reasons, IReadOnlyList<string> Also, Bilingual? WhyAlso, IReadOnlyList<string> Approvals)
{
    public IReadOnlyList<string> All => [.. Reasons, .. Also];

    public bool IsHouseRule(string reason) => Also.Contains(reason);
}
