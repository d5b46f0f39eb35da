namespace DealerPortal.Domain.Orders;

/// <summary>One kind of goods in an order.</summary>
public sealed class OrderLine
{
    private OrderLine() { }

    internal OrderLine(Order.LineFacts facts)
    {
        Id = Guid.CreateVersion7();
        Number = facts.Number;
        Take(facts);
    }

    public Guid Id { get; private set; }

    /// <summary>The line's number in the ERP, from 1; unique in its order.</summary>
    public int Number { get; private set; }

    /// <summary>The product family's code, as the policy pack names it.</summary>
    public string Family { get; private set; } = "";

    public string Spec { get; private set; } = "";

    public string? Colour { get; private set; }

    /// <summary>In the family's measure: sets, pieces or running metres; to the thousandth.</summary>
    public decimal Quantity { get; private set; }

    public decimal? AreaSquareMetres { get; private set; }

    /// <summary>How much of it has left, over all shipments.</summary>
    public decimal Shipped { get; private set; }

    public bool IsShipped => Shipped >= Quantity;

    internal OrderLine Ship(decimal quantity)
    {
        Shipped += quantity;
        return this;
    }

    // Goods that have left cannot become other goods, nor fewer than have left.
    internal Refusal? Deny(Order.LineFacts? facts) =>
        Shipped == 0 ? null
        : facts is null ? new("order.line-shipped", null, "line", Fact.Number(Number), Fact.Number(Shipped))
        : facts.Family != Family ? new("order.family-shipped", null, "family", Fact.Number(Number), Fact.Word("family." + Family))
        : facts.Quantity < Shipped ? new("order.below-shipped", null, "quantity", Fact.Number(Number), Fact.Number(Shipped))
        : null;

    internal IEnumerable<Change> Compare(Order.LineFacts facts)
    {
        if (facts.Family != Family) yield return new("orders.field.family", Number, Fact.Word("family." + Family), Fact.Word("family." + facts.Family));
        if (facts.Spec != Spec) yield return new("orders.field.spec", Number, Fact.Of(Spec), Fact.Of(facts.Spec));
        if (facts.Colour != Colour) yield return new("orders.field.colour", Number, Text(Colour), Text(facts.Colour));
        if (facts.Quantity != Quantity) yield return new("orders.field.quantity", Number, Fact.Number(Quantity), Fact.Number(facts.Quantity));
        if (facts.AreaSquareMetres != AreaSquareMetres) yield return new("orders.field.area", Number, Size(AreaSquareMetres), Size(facts.AreaSquareMetres));
    }

    internal void Take(Order.LineFacts facts) =>
        (Family, Spec, Colour, Quantity, AreaSquareMetres) = (facts.Family, facts.Spec, facts.Colour, facts.Quantity, facts.AreaSquareMetres);

    private static Fact Text(string? text) => text is null ? Change.Nothing : Fact.Of(text);

    private static Fact Size(decimal? size) => size is { } number ? Fact.Number(number) : Change.Nothing;
}
