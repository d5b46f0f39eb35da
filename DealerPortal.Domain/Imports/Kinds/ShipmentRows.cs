using DealerPortal.Domain.History;
using DealerPortal.Domain.Imports.Reading;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Imports.Kinds;

/// <summary>A file of shipments: one row for each line of the order of which something left, the shipment's own cells repeated on each.</summary>
internal sealed class ShipmentRows : IRowKind
{
    private static readonly Column Number = new("shipment", "发货单号", "shipment_no", true, "DN-260305-001");
    private static readonly Column OrderNumber = new("order", "订单号", "order_no", true, "SO-260301-001");
    private static readonly Column ShippedAt = new("shipped-at", "发货时间", "shipped_at", true, "2026-03-05 16:30");
    private static readonly Column Carrier = new("carrier", "承运商", "carrier", true, "顺达物流");
    private static readonly Column CarrierPhone = new("carrier-phone", "承运商电话", "carrier_phone", false, "0311-88990001");
    private static readonly Column Waybill = new("waybill", "运单号", "waybill_no", false, "SD20260305001");
    private static readonly Column Line = new("line", "行号", "line_no", true, "1");
    private static readonly Column Quantity = new("quantity", "数量", "quantity", true, "6");

    public ImportKind Kind => ImportKind.Shipments;

    public IReadOnlyList<Column> Columns { get; } = [Number, OrderNumber, ShippedAt, Carrier, CarrierPhone, Waybill, Line, Quantity];

    public Column Key => Number;

    public async Task Land(Landing landing, IReadOnlyList<RowGroup> groups, CancellationToken stop)
    {
        var numbers = groups.Select(group => group.Key).ToArray();
        var orderNumbers = groups.Select(group => group.Rows[0][OrderNumber]).Distinct().ToArray();
        var orders = await landing.Db.Orders.SeenBy(landing.Actor, landing.Db).Where(order => orderNumbers.Contains(order.Number)).ToDictionaryAsync(order => order.Number, stop);
        // All shipments of these orders: the order's own state asks which of them left last.
        var shipments = await landing.Db.Shipments.Where(shipment => numbers.Contains(shipment.Number) || orderNumbers.Contains(shipment.OrderNumber)).ToDictionaryAsync(shipment => shipment.Number, stop);
        landing.Remember(orders.Values);
        var ids = orders.Values.Select(order => order.Id).ToArray();
        var promised = await landing.Db.Promises.Where(promise => ids.Contains(promise.Id)).ToDictionaryAsync(promise => promise.Id, stop);
        foreach (var group in groups)
        {
            if (landing.Read(group, ReadOne) is not { } said) continue;
            if (!orders.TryGetValue(said.Order, out var order)) landing.Refuse(group, OrderNumber, new("import.order-unknown"));
            else if (Land(landing, group.Key, order, said.Facts, shipments, promised.GetValueOrDefault(order.Id)) is { } refusal) landing.Refuse(group, ColumnOf(refusal), refusal);
        }
        landing.Pretend(orders.Values);
    }

    private static Said ReadOne(IReadOnlyList<Cells> rows)
    {
        var first = rows[0];
        var quantities = new Dictionary<int, decimal>();
        foreach (var cells in rows)
        {
            cells.SameAs(first.Row, OrderNumber, ShippedAt, Carrier, CarrierPhone, Waybill);
            var line = cells.Whole(Line, OrderRows.MaxLine);
            var quantity = cells.Quantity(Quantity, OrderRows.MaxQuantity);
            if (line > 0 && !quantities.TryAdd(line, quantity)) cells.Refuse(Line, new("import.line-twice", null, null, Fact.Number(first.Row.Line)), 0);
        }
        first.Text(Number, 40);
        return new(first.Text(OrderNumber, 40), new(first.Moment(ShippedAt), first.Text(Carrier, 100), first.Phone(CarrierPhone), first.Optional(Waybill, 60), quantities));
    }

    private static Refusal? Land(Landing landing, string number, Order order, Shipment.Facts said, Dictionary<string, Shipment> shipments, Promise? promise)
    {
        if (said.ShippedAt.InZone(landing.Terms.Zone).Date < order.OrderedOn) return new("shipment.before-order", null, "shipped", Fact.Of(order.Number), Fact.On(order.OrderedOn));
        if (!shipments.TryGetValue(number, out var shipment)) return Add(landing, number, order, said, shipments, promise);
        if (shipment.OrderId != order.Id) return new("shipment.other-order", null, "order", Fact.Of(shipment.OrderNumber));

        var last = shipments.Values.Where(other => other.OrderId == order.Id && other.Number != number).Select(other => other.ShippedAt).Append(said.ShippedAt).Max();
        var changes = shipment.Update(order, said, last);
        if (changes.Refusal is { } refusal) return refusal;
        foreach (var change in changes.Value!)
            landing.Db.Note(new(change.Line is null ? Happening.ShipmentChanged : Happening.ShipmentLineChanged, order.Id, order.DealerId, null, change.Facts(number)));
        if (changes.Value!.Count > 0) Announce(landing, order, promise);
        landing.Kept(changes.Value!.Count > 0);
        return null;
    }

    private static Refusal? Add(Landing landing, string number, Order order, Shipment.Facts said, Dictionary<string, Shipment> shipments, Promise? promise)
    {
        var last = shipments.Values.Where(other => other.OrderId == order.Id).Select(other => other.ShippedAt).Append(said.ShippedAt).Max();
        if (order.Ship(said.Quantities, last).Refusal is { } refusal) return refusal;

        var shipment = new Shipment(Guid.CreateVersion7(), number, order, said);
        shipments.Add(number, shipment);
        landing.Db.Shipments.Add(shipment);
        landing.Db.Note(new(Happening.ShipmentAdded, order.Id, order.DealerId, null, Fact.Of(number), Fact.Of(said.Carrier), Fact.At(said.ShippedAt)));
        Announce(landing, order, promise);
        landing.Added();
        return null;
    }

    private static Column ColumnOf(Refusal refusal) => refusal.Field switch { "shipped" => ShippedAt, "order" => OrderNumber, "line" => Line, _ => Quantity };

    // What left, and when, bears on what is owed: the order's promise is looked at again.
    private static void Announce(Landing landing, Order order, Promise? promise)
    {
        promise?.LookAgain(landing.Now);
        landing.Db.Announce(Topics.Order(order.Id));
        landing.Db.Announce(Topics.Dealer(order.DealerId));
        landing.Db.Announce(Topics.Orders);
    }

    private sealed record Said(string Order, Shipment.Facts Facts);
}
