using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>One row of the table of windows: these families, in this half-open range of quantities, have this long.</summary>
/// <param name="From">The smallest quantity of the row, which belongs to it. "以内" and "以上" both include the number; the longer window takes it.</param>
/// <param name="Below">The first quantity that no longer belongs to the row; null when it has no upper end.</param>
/// <param name="HouseRule">Why the pack adds this row to the regulation; null where the regulation has it.</param>
public sealed record WindowRow(Clause Clause, IReadOnlyList<string> Families, Measure Measure, decimal From, decimal? Below, Within Within, Bilingual? HouseRule, Place Place)
{
    public bool Holds(string family, decimal quantity) => Families.Contains(family) && quantity >= From && (Below is null || quantity < Below);

    /// <summary>Why this row and no other, as a step of the reasoning.</summary>
    public Step Explain(string family, decimal quantity)
    {
        Fact[] goods = [Fact.Word("family." + family), Fact.Number(quantity), Measure.Word(quantity)];
        return (From, Below) switch
        {
            (0, null) => new("window.any-quantity", goods[0]),
            (0, { } below) => new("window.quantity-below", [.. goods, Fact.Number(below)]),
            (var from, null) => new("window.quantity-from", [.. goods, Fact.Number(from)]),
            (var from, { } below) => new("window.quantity-between", [.. goods, Fact.Number(from), Fact.Number(below)]),
        };
    }
}
