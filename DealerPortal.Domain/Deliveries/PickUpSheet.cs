using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>One pick-up with its windows, and what was said on each.</summary>
public sealed class PickUpSheet(IDbContextFactory<PortalDb> contexts, IClock clock)
{
    public sealed record View(
        Guid Id, Guid DealerId, string DealerName, string Region, Instant PickedUpAt, Instant RecordedAt, IReadOnlyList<Shipped> Shipments, IReadOnlyList<Line> Lines, bool MayAnswer);

    public sealed record Shipped(Guid Id, string Number, string OrderNumber, string Carrier, string? CarrierPhone, string? Waybill);

    /// <param name="Answer">What holds now, whether or not a sweep has written it down.</param>
    public sealed record Line(
        string Family, decimal Quantity, Ruling<Instant> Ends, Instant Starts, LineAnswer? Answer, Instant? AnsweredAt, Guid? InspectionId, LineAnswer? LateAnswer, Instant? LateAnsweredAt,
        Rejected? Rejection)
    {
        public bool IsOpen => Answer is null;

        internal static Line Of(PickUpLine line, Instant now, Rejected? rejection) => new(
            line.Family, line.Quantity,
            new(line.WindowEnds, Clause.Parse(line.WindowClause), StepText.Read(line.WindowSteps), line.IsHouseRule),
            line.WindowStarts, line.AnswerAt(now), line.AnsweredAt ?? (line.AnswerAt(now) is null ? null : line.WindowEnds), line.InspectionId, line.LateAnswer, line.LateAnsweredAt, rejection);
    }

    public sealed record Rejected(Guid Id, Instant RejectedAt, Instant? AcknowledgedAt, string? AcknowledgedBy);

    /// <summary>Null for "not there" and "not yours".</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var pickUp = await db.PickUps.AsNoTracking().SeenBy(actor, db).Include(pickUp => pickUp.Lines).SingleOrDefaultAsync(pickUp => pickUp.Id == id, stop);
        if (pickUp is null) return null;

        var dealer = await db.Dealers.AsNoTracking().SingleAsync(dealer => dealer.Id == pickUp.DealerId, stop);
        var shipments = await db.Shipments.Where(shipment => db.PickedUpShipments.Any(taken => taken.PickUpId == id && taken.ShipmentId == shipment.Id))
            .OrderBy(shipment => shipment.Number)
            .Select(shipment => new Shipped(shipment.Id, shipment.Number, shipment.OrderNumber, shipment.Carrier, shipment.CarrierPhone, shipment.Waybill)).ToListAsync(stop);
        var rejections = await db.Rejections.Where(rejection => rejection.PickUpId == id)
            .Select(rejection => new { rejection.Family, Value = new Rejected(rejection.Id, rejection.RejectedAt, rejection.AcknowledgedAt, rejection.AcknowledgedBy) })
            .ToDictionaryAsync(rejection => rejection.Family, rejection => rejection.Value, stop);
        var now = clock.GetCurrentInstant();
        return new(
            pickUp.Id, dealer.Id, dealer.Name, dealer.Region, pickUp.PickedUpAt, pickUp.RecordedAt, shipments,
            [.. pickUp.Lines.OrderBy(line => line.WindowEnds).ThenBy(line => line.Family, StringComparer.Ordinal).Select(line => Line.Of(line, now, rejections.GetValueOrDefault(line.Family)))],
            actor.MayActFor(pickUp.DealerId));
    }
}
