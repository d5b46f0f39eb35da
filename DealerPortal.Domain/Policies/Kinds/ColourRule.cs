namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Which colours are plain, and what goods count as that name none.</summary>
public sealed record ColourRule(IReadOnlyList<string> Plain, Shade WithoutColour, Bilingual? HouseRule)
{
    public Shade ShadeOf(string? colour) =>
        string.IsNullOrWhiteSpace(colour) ? WithoutColour
        : Plain.Contains(colour.Trim(), StringComparer.OrdinalIgnoreCase) ? Shade.Plain
        : Shade.Coloured;
}
