using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>Windows in which a dealer's word is awaited, what ends first on top. The dealer's own, or those of the staff's regions.</summary>
public sealed class PickUpBoard(IDbContextFactory<PortalDb> contexts, IClock clock)
{
    /// <summary>The most rows of one page.</summary>
    public const int PageSize = 50;

    public sealed record Row(Guid PickUpId, Guid LineId, string Family, decimal Quantity, string DealerName, string Region, Instant PickedUpAt, Instant Starts, Instant Ends);

    /// <summary>Where the next page begins: after this window.</summary>
    public sealed record Mark(Instant Ends, Guid LineId);

    /// <param name="Open">How many windows are open in all.</param>
    public sealed record View(IReadOnlyList<Row> Rows, Mark? Next, int Open);

    public async Task<View> For(Actor actor, Mark? after, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        var open =
            from pickUp in db.PickUps.SeenBy(actor, db)
            join line in db.Set<PickUpLine>() on pickUp.Id equals line.PickUpId
            join dealer in db.Dealers on pickUp.DealerId equals dealer.Id
            where line.Answer == null && line.WindowEnds > now
            select new { line, pickUp, dealer };
        var count = await open.CountAsync(stop);
        if (after is not null) open = open.Where(row => row.line.WindowEnds > after.Ends || (row.line.WindowEnds == after.Ends && row.line.Id.CompareTo(after.LineId) > 0));
        var rows = await open.OrderBy(row => row.line.WindowEnds).ThenBy(row => row.line.Id).Take(PageSize + 1)
            .Select(row => new Row(row.pickUp.Id, row.line.Id, row.line.Family, row.line.Quantity, row.dealer.Name, row.dealer.Region, row.pickUp.PickedUpAt, row.line.WindowStarts, row.line.WindowEnds))
            .ToListAsync(stop);
        var page = rows.Take(PageSize).ToList();
        return new(page, rows.Count > PageSize ? new Mark(page[^1].Ends, page[^1].LineId) : null, count);
    }
}
