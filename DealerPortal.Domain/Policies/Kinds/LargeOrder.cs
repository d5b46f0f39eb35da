namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>The size above which an order is large, and a later date for these families of it may be agreed.</summary>
/// <param name="IsArea">Measured in square metres; in the family's own measure otherwise.</param>
/// <param name="Above">The largest size that is not yet large.</param>
public sealed record LargeOrder(Clause Clause, IReadOnlyList<string> Families, bool IsArea, decimal Above)
{
    public decimal SizeOf(IEnumerable<PromisedDates.Goods> goods) =>
        goods.Where(one => Families.Contains(one.Family)).Sum(one => IsArea ? one.SquareMetres ?? 0 : one.Quantity);
}
