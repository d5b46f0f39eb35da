namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>The roles a pack may name where somebody's consent or notice is wanted, by the codes that packs use.</summary>
public static class ApproverCodes
{
    public static IReadOnlyList<string> All { get; } =
        ["after-sales-supervisor", "regional-manager", "operations-director", "marketing-director", "market-director", "finance"];
}
