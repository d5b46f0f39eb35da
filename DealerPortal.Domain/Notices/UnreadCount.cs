using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Notices;

/// <summary>How many notices that ask for something a person has not seen yet, quiet ones left aside: the number on the bell.</summary>
public sealed class UnreadCount(IDbContextFactory<PortalDb> contexts)
{
    public async Task<int> For(Actor actor, CancellationToken stop)
    {
        var asking = NoticeAsks.Kinds.ToArray();
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.Notices.CountAsync(notice => notice.UserId == actor.UserId && notice.ReadAt == null && !notice.IsQuiet && asking.Contains(notice.Kind), stop);
    }
}
