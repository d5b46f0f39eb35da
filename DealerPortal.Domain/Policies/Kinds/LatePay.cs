namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>How much a late date earns, and once for each what.</summary>
/// <param name="Families">Those whose lateness earns; the others earn nothing.</param>
public sealed record LatePay(Clause Clause, IReadOnlyList<string> Families, long Fen, PayPer Per, Bilingual? HouseRule)
{
    /// <summary>The sentence that says how it was counted: count, fen each, fen together.</summary>
    internal string Step => Per switch { PayPer.Order => "late.per-order", PayPer.Line => "late.per-line", _ => "late.per-unit" };

    // A part of a unit that is still owed is a unit still owed. One line may be owed in parts, each with a date of its own.
    internal int CountOf(IReadOnlyList<OwedLine> late) => Per switch
    {
        PayPer.Order => 1,
        PayPer.Line => late.Select(line => line.Number).Distinct().Count(),
        _ => late.GroupBy(line => line.Number).Sum(line => (int)decimal.Ceiling(line.Sum(part => part.Outstanding))),
    };
}
