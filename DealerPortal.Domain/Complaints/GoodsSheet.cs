using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>The goods a case is about, as the portal knew them before anybody complained: ordered, sent, received, inspected.</summary>
public sealed class GoodsSheet(IDbContextFactory<PortalDb> contexts, IClock clock)
{
    private const int LinesAtMost = 30;

    public sealed record View(Ordered? Order, Received? Receipt, Inspected? Inspection)
    {
        public bool IsEmpty => Order is null && Receipt is null && Inspection is null;
    }

    /// <param name="Lines">Those of the family complained of, or all where there are none of it.</param>
    public sealed record Ordered(Guid Id, string Number, LocalDate OrderedOn, IReadOnlyList<Line> Lines, IReadOnlyList<Parcel> Parcels);

    public sealed record Line(int Number, string Family, string Spec, string? Colour, decimal Quantity, decimal Shipped);

    public sealed record Parcel(string Number, Instant ShippedAt, string Carrier, string? Waybill);

    /// <param name="Answer">What holds now; null while the dealer's word is awaited.</param>
    public sealed record Received(Guid Id, string Family, Instant PickedUpAt, decimal Quantity, Instant Ends, LineAnswer? Answer);

    public sealed record Inspected(Guid Id, Instant SubmittedAt, string? By, string Description, string Freight, IReadOnlyList<Spot> Spots);

    public sealed record Spot(Guid Id, int Number, string What, bool IsSevere);

    /// <summary>Empty for "none", "not there" and "not yours".</summary>
    public async Task<View> For(Guid caseId, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var one = await db.Complaints.AsNoTracking().SeenBy(actor, db).Where(found => found.Id == caseId)
            .Select(found => new { found.DealerId, found.Family, found.OrderId, found.PickUpId, found.InspectionId }).SingleOrDefaultAsync(stop);
        if (one is null) return new(null, null, null);
        return new(
            one.OrderId is { } order ? await Order(db, order, one.DealerId, one.Family, stop) : null,
            one is { PickUpId: { } pickUp, Family: { } family } ? await Receipt(db, pickUp, one.DealerId, family, stop) : null,
            one.InspectionId is { } inspection ? await Inspection(db, inspection, one.DealerId, stop) : null);
    }

    private static async Task<Ordered?> Order(PortalDb db, Guid id, Guid dealerId, string? family, CancellationToken stop)
    {
        if (await db.Orders.AsNoTracking().SingleOrDefaultAsync(order => order.Id == id && order.DealerId == dealerId, stop) is not { } order) return null;
        var own = order.Lines.Where(line => line.Family == family).ToList();
        var parcels = await db.Shipments.AsNoTracking().Where(shipment => shipment.OrderId == id).OrderBy(shipment => shipment.ShippedAt).Take(LinesAtMost)
            .Select(shipment => new Parcel(shipment.Number, shipment.ShippedAt, shipment.Carrier, shipment.Waybill)).ToListAsync(stop);
        return new(id, order.Number, order.OrderedOn,
            [.. (own.Count > 0 ? own : order.Lines).OrderBy(line => line.Number).Take(LinesAtMost).Select(line => new Line(line.Number, line.Family, line.Spec, line.Colour, line.Quantity, line.Shipped))], parcels);
    }

    private async Task<Received?> Receipt(PortalDb db, Guid id, Guid dealerId, string family, CancellationToken stop)
    {
        var pickUp = await db.PickUps.AsNoTracking().Include(found => found.Lines).SingleOrDefaultAsync(found => found.Id == id && found.DealerId == dealerId, stop);
        return pickUp?.Line(family) is { } line ? new(id, family, pickUp.PickedUpAt, line.Quantity, line.WindowEnds, line.AnswerAt(clock.GetCurrentInstant())) : null;
    }

    private static async Task<Inspected?> Inspection(PortalDb db, Guid id, Guid dealerId, CancellationToken stop) =>
        await db.Inspections.AsNoTracking().Include(found => found.Spots).SingleOrDefaultAsync(found => found.Id == id && found.DealerId == dealerId && found.SubmittedAt != null, stop) is { } one
            ? new(id, one.SubmittedAt!.Value, one.SubmittedBy, one.Description, $"{one.FreightCompany} {one.FreightPhone}".Trim(), [.. one.Spots.OrderBy(spot => spot.Number).Select(spot => new Spot(spot.Id, spot.Number, spot.What, spot.IsSevere))])
            : null;
}
