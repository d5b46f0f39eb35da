using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Orders;

/// <summary>One order: its lines, and the shipments in which they left.</summary>
public sealed class OrderSheet(IDbContextFactory<PortalDb> contexts)
{
    public sealed record View(
        Guid Id, string Number, Guid DealerId, string Dealer, LocalDate OrderedOn, Instant? ShippedAt, IReadOnlyList<Line> Lines, IReadOnlyList<Parcel> Shipments,
        Instant? ApprovedAt, Instant? DepositAt);

    public sealed record Line(int Number, string Family, string Spec, string? Colour, decimal Quantity, decimal Shipped, decimal? AreaSquareMetres);

    /// <summary>A shipment as the order's reader sees it.</summary>
    public sealed record Parcel(
        Guid Id, string Number, Instant ShippedAt, string Carrier, string? CarrierPhone, string? Waybill, Instant? PickedUpAt, IReadOnlyList<Content> Lines);

    public sealed record Content(int OrderLineNumber, string Family, string Spec, decimal Quantity);

    /// <summary>Null for "not there" and "not yours".</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var order = await db.Orders.AsNoTracking().SeenBy(actor, db).SingleOrDefaultAsync(order => order.Id == id, stop);
        if (order is null) return null;

        var dealer = await db.Dealers.Where(dealer => dealer.Id == order.DealerId).Select(dealer => dealer.Name).SingleAsync(stop);
        var shipments = await db.Shipments.AsNoTracking().Where(shipment => shipment.OrderId == id).OrderBy(shipment => shipment.ShippedAt).ThenBy(shipment => shipment.Number).ToListAsync(stop);
        return new(order.Id, order.Number, order.DealerId, dealer, order.OrderedOn, order.ShippedAt,
            [.. order.Lines.OrderBy(line => line.Number).Select(line => new Line(line.Number, line.Family, line.Spec, line.Colour, line.Quantity, line.Shipped, line.AreaSquareMetres))],
            [.. shipments.Select(Show)], order.ApprovedAt, order.DepositAt);
    }

    private static Parcel Show(Shipment shipment) => new(
        shipment.Id, shipment.Number, shipment.ShippedAt, shipment.Carrier, shipment.CarrierPhone, shipment.Waybill, shipment.PickedUpAt,
        [.. shipment.Lines.OrderBy(line => line.OrderLineNumber).Select(line => new Content(line.OrderLineNumber, line.Family, line.Spec, line.Quantity))]);
}
