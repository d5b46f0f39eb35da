namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>One kind of problem that a dealer may complain of, and what a complaint of it has to show.</summary>
/// <param name="Code">Group and number, such as <c>1-1.4</c>.</param>
/// <param name="Families">The families it can befall; empty means any, also none.</param>
/// <param name="Photos">How many photos at least, of goods of which no more are asked for.</param>
/// <param name="NeedsOrder">An order has to be named.</param>
/// <param name="HouseRule">Why the pack adds it; null where the regulation lists it.</param>
public sealed record Problem(Clause Clause, string Code, Bilingual Name, IReadOnlyList<string> Families, int Photos, bool NeedsOrder, Bilingual? HouseRule)
{
    /// <summary>It is this that a dealer means who doubts what a late delivery pays.</summary>
    public bool IsLateDelivery { get; init; }

    /// <summary>The families of which more photos are asked for, such as three of a gate's damage: 三(三)1 1).</summary>
    public IReadOnlyList<(string Family, int Photos)> MorePhotos { get; init; } = [];

    /// <summary>How many photos at least, of goods of this family; null for goods that were not named.</summary>
    public int PhotosOf(string? family) => MorePhotos.Where(more => more.Family == family).Select(more => more.Photos).FirstOrDefault(Photos);

    /// <summary>The group it belongs to, such as <c>1-1</c>.</summary>
    public string Group => Code[..Code.LastIndexOf('.')];

    public bool Befalls(string? family) => Families.Count == 0 || family is not null && Families.Contains(family);
}
