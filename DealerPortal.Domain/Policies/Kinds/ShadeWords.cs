namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Shades as words.</summary>
public static class ShadeWords
{
    public static Fact Word(this Shade shade) => Fact.Word(shade == Shade.Plain ? "shade.plain" : "shade.coloured");
}
