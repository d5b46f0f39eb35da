using DealerPortal.Domain.Policies;

namespace DealerPortal.Domain.Complaints;

/// <summary>What a case is filed with, checked and completed.</summary>
/// <param name="Rules">The clause of the edition in force under which only after-sales decides.</param>
public sealed record CaseFacts(Guid DealerId, string Region, string? Tier, Clause Rules, CaseSource Source, string? Family, string Category, string Description)
{
    public Guid? OrderId { get; init; }

    public string? OrderNumber { get; init; }

    public Guid? PickUpId { get; init; }

    public Guid? InspectionId { get; init; }

    public string? Caller { get; init; }

    /// <summary>The clause under which the goods count as accepted and help is paid for; null ordinarily.</summary>
    public Clause? PaidService { get; init; }

    public int TierRank => Tier switch { "gold" => 0, "blacklist" => 2, _ => 1 };
}
