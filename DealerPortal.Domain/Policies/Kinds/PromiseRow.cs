namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>One row of the promised dates: these families, in this shade or in any, ship by the end of this day, the first counted.</summary>
/// <param name="Shade">Null where the colour does not matter.</param>
public sealed record PromiseRow(Clause Clause, IReadOnlyList<string> Families, Shade? Shade, int Days, Bilingual? HouseRule)
{
    public bool Holds(string family, Shade shade) => Families.Contains(family) && (Shade is null || Shade == shade);
}
