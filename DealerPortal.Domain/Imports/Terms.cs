using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using NodaTime;

namespace DealerPortal.Domain.Imports;

/// <summary>What a file may speak of: the regulation's product families, the company's regions, its zone, its tiers.</summary>
/// <param name="Book">What confirmed orders are promised by.</param>
public sealed record Terms(IReadOnlyList<Family> Families, IReadOnlyList<PortalSettings.Region> Regions, DateTimeZone Zone, PolicyBook Book)
{
    /// <summary>The regulation's tiers of dealers; none where it has no tiers.</summary>
    public IReadOnlyList<TierRule> Tiers { get; init; } = [];

    /// <summary>The tier of a dealer who was put into none; null where the regulation has no tiers.</summary>
    public string? Otherwise { get; init; }

    /// <summary>The tier by its code or by either of its names.</summary>
    public TierRule? TierOf(string text) =>
        Tiers.FirstOrDefault(tier => tier.Code == text) ?? Tiers.FirstOrDefault(tier => tier.Name.Zh == text || string.Equals(tier.Name.En, text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The family by its code or by either of its names.</summary>
    public Family? FamilyOf(string text) =>
        Families.FirstOrDefault(family => family.Code == text) ?? Families.FirstOrDefault(family => family.Zh == text || string.Equals(family.En, text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The region by its code or by either of its names.</summary>
    public PortalSettings.Region? RegionOf(string text) =>
        Regions.FirstOrDefault(region => region.Code == text) ?? Regions.FirstOrDefault(region => region.Name == text || string.Equals(region.NameEn, text, StringComparison.OrdinalIgnoreCase));
}
