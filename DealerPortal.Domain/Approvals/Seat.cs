using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Approvals;

/// <summary>A place from which a person may decide: a role of his own, or that of somebody absent whose substitute he is.</summary>
/// <param name="Regions">The regions it reaches; empty means all of them.</param>
/// <param name="InPlaceOf">The absent person's name; null for a role of one's own.</param>
public sealed record Seat(Role Role, IReadOnlySet<string> Regions, string? InPlaceOf)
{
    public bool Reaches(Role role, string region) => Role == role && (Regions.Count == 0 || Regions.Contains(region));
}
