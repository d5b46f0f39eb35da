using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>What is on its way to a dealer, or waits in the depot: shipped, not picked up, not refused.</summary>
public sealed class ArrivalList(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    private const int Most = 100;

    public sealed record Arrival(
        Guid ShipmentId, string Number, string OrderNumber, Guid DealerId, Instant ShippedAt, string Carrier, string? CarrierPhone, string? Waybill, IReadOnlyList<Goods> Goods)
    {
        /// <summary>Families whose first look at the depot is still to be made; without it the goods cannot be picked up.</summary>
        public IReadOnlyList<string> LooksOwed => [.. Goods.Where(goods => goods.LookOwed).Select(goods => goods.Family)];
    }

    /// <param name="LookOwed">The regulation wants a first look at the depot and none was made yet.</param>
    public sealed record Goods(string Family, decimal Quantity, bool LookOwed);

    /// <summary>The newest hundred of the dealer's own; nothing for staff.</summary>
    public async Task<IReadOnlyList<Arrival>> For(Actor actor, CancellationToken stop)
    {
        if (!actor.IsDealer) return [];
        await using var db = await contexts.CreateDbContextAsync(stop);
        var shipments = await db.Shipments.AsNoTracking().SeenBy(actor, db)
            .Where(shipment => shipment.PickedUpAt == null && !db.Rejections.Any(rejection => rejection.ShipmentId == shipment.Id))
            .OrderByDescending(shipment => shipment.ShippedAt).Take(Most)
            .Include(shipment => shipment.Lines).AsSplitQuery().ToListAsync(stop);
        var ids = shipments.Select(shipment => shipment.Id).ToList();
        var looks = (await db.DepotLooks.AsNoTracking().Where(look => ids.Contains(look.ShipmentId)).ToListAsync(stop))
            .Select(look => (look.ShipmentId, look.Family)).ToHashSet();
        var needs = book.InForceAt(clock.GetCurrentInstant()).Value?.EvidenceNeeds;
        return [.. shipments.Select(shipment => new Arrival(
            shipment.Id, shipment.Number, shipment.OrderNumber, shipment.DealerId, shipment.ShippedAt, shipment.Carrier, shipment.CarrierPhone, shipment.Waybill,
            [.. shipment.Lines.GroupBy(line => line.Family).Select(family => new Goods(
                family.Key, family.Sum(line => line.Quantity),
                needs is not null && needs.StagesOf(family.Key).Contains("depot") && !looks.Contains((shipment.Id, family.Key))))]))];
    }
}
