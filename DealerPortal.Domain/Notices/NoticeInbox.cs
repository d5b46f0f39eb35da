using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Notices;

/// <summary>What a person was told, newest first.</summary>
public sealed class NoticeInbox(IDbContextFactory<PortalDb> contexts, IClock clock)
{
    public const int PageSize = 30;

    /// <param name="Next">Where the following page begins; null on the last one.</param>
    public sealed record View(IReadOnlyList<Item> Items, int Unread, Cursor? Next);

    /// <param name="OpenUntil">The end of what the reader was asked to do, while it lies ahead.</param>
    public sealed record Item(Guid Id, NoticeKind Kind, string Path, IReadOnlyList<Fact> Facts, Instant At, Instant? OpenUntil, bool IsRead, bool IsQuiet);

    /// <summary>The last item of the page before.</summary>
    public sealed record Cursor(Instant At, Guid Id);

    /// <param name="onlyUnread">Leaves out what the person has seen, and what he wanted to be told quietly.</param>
    public async Task<View> For(Actor actor, bool onlyUnread, Cursor? after, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var mine = db.Notices.AsNoTracking().Where(notice => notice.UserId == actor.UserId);
        var unread = await mine.CountAsync(notice => notice.ReadAt == null && !notice.IsQuiet, stop);
        if (onlyUnread) mine = mine.Where(notice => notice.ReadAt == null && !notice.IsQuiet);
        if (after is { At: var at, Id: var id }) mine = mine.Where(notice => notice.At <= at && (notice.At < at || notice.Id < id));

        var rows = await mine.OrderByDescending(notice => notice.At).ThenByDescending(notice => notice.Id).Take(PageSize + 1).ToListAsync(stop);
        var items = rows.Take(PageSize).Select(notice => Show(notice, clock.GetCurrentInstant())).ToList();
        return new(items, unread, rows.Count > PageSize ? new(items[^1].At, items[^1].Id) : null);
    }

    private static Item Show(Notice notice, Instant now) =>
        new(notice.Id, notice.Kind, notice.Path, StepText.Read(notice.Facts)[0].Facts, notice.At, notice.DueAt > now ? notice.DueAt : null, notice.ReadAt is not null, notice.IsQuiet);
}
