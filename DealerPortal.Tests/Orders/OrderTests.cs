using DealerPortal.Domain;
using DealerPortal.Domain.Orders;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Orders;

public sealed class OrderTests
{
    private static readonly Guid Dealer = Guid.CreateVersion7();
    private static readonly Instant Left = Shanghai.At("03-02 08:00");

    [Fact]
    public void Saying_the_same_again_changes_nothing()
    {
        var order = OrderOf(("gate", 6));

        Assert.Empty(order.Update(FactsOf(("gate", 6)), null).Value!);
    }

    [Fact]
    public void A_change_tells_what_it_was_and_what_it_is()
    {
        var order = OrderOf(("gate", 6), ("window-guard", 8));

        var changes = order.Update(FactsOf(("gate", 5)), null).Value!;

        Assert.Equal(["orders.field.line", "orders.field.quantity"], changes.Select(change => change.Field));
        Assert.Equal((Fact.Number(6), Fact.Number(5)), (changes[1].Before, changes[1].After));
        Assert.Single(order.Lines);
    }

    [Fact]
    public void An_order_has_left_when_its_last_line_has()
    {
        var order = OrderOf(("gate", 6), ("color-tube", 89.5m));

        order.Ship(new Dictionary<int, decimal> { [1] = 6 }, Left);
        Assert.Null(order.ShippedAt);
        order.Ship(new Dictionary<int, decimal> { [2] = 89.5m }, Left + Duration.FromDays(1));

        Assert.Equal(Left + Duration.FromDays(1), order.ShippedAt);
    }

    [Fact]
    public void Striking_off_what_had_not_left_closes_the_order()
    {
        var order = OrderOf(("gate", 6), ("tool", 1));
        order.Ship(new Dictionary<int, decimal> { [1] = 6 }, Left);

        order.Update(FactsOf(("gate", 6)), Left);

        Assert.Equal(Left, order.ShippedAt);
    }

    [Fact]
    public void Nothing_leaves_that_was_not_ordered()
    {
        var order = OrderOf(("gate", 6));

        Assert.Equal("shipment.line-unknown", order.Ship(new Dictionary<int, decimal> { [2] = 1 }, Left).Refusal?.Code);
        Assert.Equal("shipment.more-than-ordered", order.Ship(new Dictionary<int, decimal> { [1] = 6.001m }, Left).Refusal?.Code);
        Assert.Equal(0, order.Lines[0].Shipped);
    }

    [Fact]
    public void What_has_left_cannot_be_ordered_away()
    {
        var order = OrderOf(("gate", 6), ("tool", 2));
        order.Ship(new Dictionary<int, decimal> { [1] = 4 }, Left);

        Assert.Equal("order.below-shipped", order.Update(FactsOf(("gate", 3.999m), ("tool", 2)), Left).Refusal?.Code);
        Assert.Equal("order.family-shipped", order.Update(FactsOf(("home", 6), ("tool", 2)), Left).Refusal?.Code);
        Assert.Equal("order.dealer-shipped", order.Update(FactsOf(("gate", 6), ("tool", 2)) with { DealerId = Guid.CreateVersion7() }, Left).Refusal?.Code);
        Assert.True(order.Update(FactsOf(("gate", 4), ("tool", 2)), Left).IsDone);
    }

    [Fact]
    public void What_was_picked_up_cannot_be_changed_any_more_but_its_waybill_can()
    {
        var order = OrderOf(("gate", 6));
        order.Ship(new Dictionary<int, decimal> { [1] = 4 }, Left);
        var shipment = new Shipment(Guid.CreateVersion7(), "S1", order, Said(4));
        Assert.True(shipment.PickUp(Left).IsDone);

        Assert.Equal("shipment.already-picked-up", shipment.PickUp(Left).Refusal?.Code);
        Assert.Equal("shipment.picked-up", shipment.Update(order, Said(5), Left).Refusal?.Code);
        Assert.Equal("shipment.shipped-after-pick-up", shipment.Update(order, Said(4) with { ShippedAt = Left + Duration.Epsilon }, Left).Refusal?.Code);
        Assert.Single(shipment.Update(order, Said(4) with { Waybill = "W2" }, Left).Value!);
        Assert.Equal(4, order.Lines[0].Shipped);
    }

    [Fact]
    public void A_corrected_shipment_corrects_what_the_order_counts()
    {
        var order = OrderOf(("gate", 6), ("tool", 2));
        order.Ship(new Dictionary<int, decimal> { [1] = 6 }, Left);
        var shipment = new Shipment(Guid.CreateVersion7(), "S1", order, Said(6));

        shipment.Update(order, Said(6) with { Quantities = new Dictionary<int, decimal> { [1] = 5, [2] = 2 } }, Left);

        Assert.Equal([5, 2], order.Lines.Select(line => line.Shipped));
        Assert.Equal([5, 2], shipment.Lines.Select(line => line.Quantity));
        Assert.Null(order.ShippedAt);
    }

    [Fact]
    public void Goods_cannot_be_picked_up_before_they_left()
    {
        var order = OrderOf(("gate", 6));
        var shipment = new Shipment(Guid.CreateVersion7(), "S1", order, Said(6));

        Assert.Equal("shipment.picked-up-before-shipped", shipment.PickUp(Left - Duration.Epsilon).Refusal?.Code);
        Assert.True(shipment.PickUp(Left).IsDone);
    }

    private static Shipment.Facts Said(decimal quantity) => new(Left, "顺达物流", null, "W1", new Dictionary<int, decimal> { [1] = quantity });

    private static Order OrderOf(params (string Family, decimal Quantity)[] lines) => new(Guid.CreateVersion7(), "O1", FactsOf(lines));

    private static Order.Facts FactsOf(params (string Family, decimal Quantity)[] lines) =>
        new(Dealer, new(2026, 3, 1), [.. lines.Select((line, i) => new Order.LineFacts(i + 1, line.Family, "2100×960", null, line.Quantity))]);
}
