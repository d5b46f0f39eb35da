using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Imports;

/// <summary>What a file may speak of: the regulation's product families, the company's regions, its zone.</summary>
/// <param name="Book">What confirmed orders are promised by.</param>
public sealed record Terms(IReadOnlyList<Family> Families, IReadOnlyList<PortalSettings.Region> Regions, DateTimeZone Zone, PolicyBook Book)
{
    /// <summary>The family by its code or by either of its names.</summary>
    public Family? FamilyOf(string text) =>
        Families.FirstOrDefault(family => family.Code == text) ?? Families.FirstOrDefault(family => family.Zh == text || string.Equals(family.En, text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The region by its code or by either of its names.</summary>
    public PortalSettings.Region? RegionOf(string text) =>
        Regions.FirstOrDefault(region => region.Code == text) ?? Regions.FirstOrDefault(region => region.Name == text || string.Equals(region.NameEn, text, StringComparison.OrdinalIgnoreCase));
}
