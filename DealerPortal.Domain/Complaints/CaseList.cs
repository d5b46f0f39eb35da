using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>A dealer's own cases, newest first: whose turn it is, and by when.</summary>
public sealed class CaseList(IDbContextFactory<PortalDb> contexts)
{
    public const int PageSize = 30;

    public sealed record View(IReadOnlyList<Item> Items, Cursor? Next);

    public sealed record Item(Guid Id, string Number, string Category, string? Family, CaseState State, Turn Turn, Instant FiledAt, Instant? Due);

    public sealed record Cursor(Instant FiledAt, Guid Id);

    public async Task<View> For(Actor actor, Cursor? after, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var mine = db.Complaints.AsNoTracking().Where(one => one.DealerId == actor.DealerId);
        if (after is { FiledAt: var at, Id: var id }) mine = mine.Where(one => one.FiledAt <= at && (one.FiledAt < at || one.Id < id));
        var rows = await mine.OrderByDescending(one => one.FiledAt).ThenByDescending(one => one.Id).Take(PageSize + 1)
            .Select(one => new Item(one.Id, one.Number, one.Category, one.Family, one.State, one.Turn, one.FiledAt, one.NextDueAt)).ToListAsync(stop);
        var items = rows.Take(PageSize).Select(item => item with { Due = item.Due == Complaint.NoEnd ? null : item.Due }).ToList();
        return new(items, rows.Count > PageSize ? new(items[^1].FiledAt, items[^1].Id) : null);
    }
}
