namespace DealerPortal.Domain.Orders;

/// <summary>How much of one line of an order left with a shipment.</summary>
public sealed class ShipmentLine
{
    private ShipmentLine() { }

    internal ShipmentLine(OrderLine ordered, decimal quantity)
    {
        Id = Guid.CreateVersion7();
        OrderLineNumber = ordered.Number;
        Family = ordered.Family;
        Spec = ordered.Spec;
        Quantity = quantity;
    }

    public Guid Id { get; private set; }

    public int OrderLineNumber { get; private set; }

    /// <summary>The product family's code, as the order said when the goods left.</summary>
    public string Family { get; private set; } = "";

    public string Spec { get; private set; } = "";

    /// <summary>In the family's measure: sets, pieces or running metres; to the thousandth.</summary>
    public decimal Quantity { get; private set; }

    internal void Correct(decimal quantity) => Quantity = quantity;
}
