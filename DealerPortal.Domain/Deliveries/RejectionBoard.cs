using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>Refused goods, for the region's dispatcher: the unacknowledged first, then the newest.</summary>
public sealed class RejectionBoard(IDbContextFactory<PortalDb> contexts)
{
    public const int PageSize = 50;

    public sealed record Row(
        Guid Id, string DealerName, string? DealerPhone, string Region, Guid? PickUpId, Guid? ShipmentId, string Family, Instant RejectedAt, bool IsLate, Instant? AcknowledgedAt, string? AcknowledgedBy)
    {
        /// <summary>Refused at the depot: the goods are still with the freight company.</summary>
        public bool IsAtDepot => PickUpId is null;
    }

    /// <param name="Waiting">Not acknowledged yet, oldest first; at most a page.</param>
    /// <param name="Done">Acknowledged, newest first; at most a page.</param>
    public sealed record View(IReadOnlyList<Row> Waiting, IReadOnlyList<Row> Done, bool MayAcknowledge);

    public async Task<View> For(Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var rows =
            from rejection in db.Rejections.SeenBy(actor, db)
            join dealer in db.Dealers on rejection.DealerId equals dealer.Id
            select new { rejection, dealer };
        var waiting = await rows.Where(row => row.rejection.AcknowledgedAt == null).OrderBy(row => row.rejection.RejectedAt).Take(PageSize)
            .Select(row => new Row(row.rejection.Id, row.dealer.Name, row.dealer.Phone, row.dealer.Region, row.rejection.PickUpId, row.rejection.ShipmentId, row.rejection.Family, row.rejection.RejectedAt, row.rejection.IsLate, null, null))
            .ToListAsync(stop);
        var done = await rows.Where(row => row.rejection.AcknowledgedAt != null).OrderByDescending(row => row.rejection.AcknowledgedAt).Take(PageSize)
            .Select(row => new Row(row.rejection.Id, row.dealer.Name, row.dealer.Phone, row.dealer.Region, row.rejection.PickUpId, row.rejection.ShipmentId, row.rejection.Family, row.rejection.RejectedAt, row.rejection.IsLate, row.rejection.AcknowledgedAt, row.rejection.AcknowledgedBy))
            .ToListAsync(stop);
        return new(waiting, done, actor.Is(Role.LogisticsDispatcher));
    }
}
