using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Orders;

/// <summary>Goods of one order that left for the dealer together, with their carrier and waybill.</summary>
public sealed class Shipment : IRoot, IOfDealer
{
    private readonly List<ShipmentLine> lines = [];

    private Shipment() { }

    /// <summary>Goods that left. The order counts them apart, see <see cref="Order.Ship"/>.</summary>
    public Shipment(Guid id, string number, Order order, Facts facts)
    {
        Id = id;
        Number = number;
        OrderId = order.Id;
        OrderNumber = order.Number;
        DealerId = order.DealerId;
        Take(facts);
        lines.AddRange(facts.Quantities.Select(pair => new ShipmentLine(order.Line(pair.Key)!, pair.Value)));
    }

    /// <summary>What the ERP says of a shipment.</summary>
    /// <param name="Quantities">How much of each line of the order, by the line's number.</param>
    public sealed record Facts(Instant ShippedAt, string Carrier, string? CarrierPhone, string? Waybill, IReadOnlyDictionary<int, decimal> Quantities);

    public Guid Id { get; private set; }

    /// <summary>The ERP's number of the shipment; unique.</summary>
    public string Number { get; private set; } = "";

    public Guid OrderId { get; private set; }

    public string OrderNumber { get; private set; } = "";

    public Guid DealerId { get; private set; }

    public Instant ShippedAt { get; private set; }

    /// <summary>The freight company.</summary>
    public string Carrier { get; private set; } = "";

    public string? CarrierPhone { get; private set; }

    public string? Waybill { get; private set; }

    /// <summary>When the dealer took the goods; null while they are on their way or wait at the depot.</summary>
    public Instant? PickedUpAt { get; private set; }

    public IReadOnlyList<ShipmentLine> Lines => lines;

    public int Version { get; private set; }

    /// <summary>The dealer takes the goods: once. From here on the ERP can no longer change what was in it.</summary>
    public Outcome PickUp(Instant at)
    {
        if (PickedUpAt is not null) return new Refusal("shipment.already-picked-up", null, null, Fact.Of(Number));
        if (at < ShippedAt) return new Refusal("shipment.picked-up-before-shipped", null, null, Fact.Of(Number), Fact.At(ShippedAt));
        PickedUpAt = at;
        return Outcome.Done;
    }

    /// <summary>Takes over what the ERP says now, and lets the order count it. Answers what is different; nothing when nothing is.</summary>
    /// <param name="lastShippedAt">When the latest of the order's shipments left, this one as it is said now.</param>
    public Outcome<List<Change>> Update(Order order, Facts facts, Instant lastShippedAt)
    {
        var difference = Difference(facts);
        if (difference.Count > 0 && PickedUpAt is { } taken) return new Refusal("shipment.picked-up", null, "quantity", Fact.Of(Number), Fact.At(taken));
        if (PickedUpAt < facts.ShippedAt) return new Refusal("shipment.shipped-after-pick-up", null, "shipped", Fact.Of(Number), Fact.At(PickedUpAt.Value));

        var changes = Compare(facts).ToList();
        if (changes.Count == 0) return changes;
        if (order.Ship(difference, lastShippedAt).Refusal is { } refusal) return refusal;
        Take(facts);
        lines.RemoveAll(line => !facts.Quantities.ContainsKey(line.OrderLineNumber));
        foreach (var line in lines) line.Correct(facts.Quantities[line.OrderLineNumber]);
        lines.AddRange(facts.Quantities.Where(pair => Line(pair.Key) is null).Select(pair => new ShipmentLine(order.Line(pair.Key)!, pair.Value)));
        return changes;
    }

    private ShipmentLine? Line(int number) => lines.Find(line => line.OrderLineNumber == number);

    // How much more (or less) of each line leaves when the shipment is as the ERP says now; lines without difference are left out.
    private Dictionary<int, decimal> Difference(Facts facts) =>
        lines.Select(line => line.OrderLineNumber).Union(facts.Quantities.Keys)
            .Select(number => (number, more: facts.Quantities.GetValueOrDefault(number) - (Line(number)?.Quantity ?? 0)))
            .Where(pair => pair.more != 0).ToDictionary(pair => pair.number, pair => pair.more);

    private IEnumerable<Change> Compare(Facts facts)
    {
        if (facts.ShippedAt != ShippedAt) yield return new("orders.field.shipped-at", null, Fact.At(ShippedAt), Fact.At(facts.ShippedAt));
        if (facts.Carrier != Carrier) yield return new("orders.field.carrier", null, Fact.Of(Carrier), Fact.Of(facts.Carrier));
        if (facts.CarrierPhone != CarrierPhone) yield return new("orders.field.carrier-phone", null, Text(CarrierPhone), Text(facts.CarrierPhone));
        if (facts.Waybill != Waybill) yield return new("orders.field.waybill", null, Text(Waybill), Text(facts.Waybill));
        foreach (var number in Difference(facts).Keys)
            yield return new("orders.field.quantity", number, Fact.Number(Line(number)?.Quantity ?? 0), Fact.Number(facts.Quantities.GetValueOrDefault(number)));
    }

    private void Take(Facts facts) => (ShippedAt, Carrier, CarrierPhone, Waybill) = (facts.ShippedAt, facts.Carrier, facts.CarrierPhone, facts.Waybill);

    private static Fact Text(string? text) => text is null ? Change.Nothing : Fact.Of(text);
}
