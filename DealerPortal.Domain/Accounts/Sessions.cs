using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Accounts;

/// <summary>Whether a session is still its person's: asked by open pages, which outlive a sign-out.</summary>
public sealed class Sessions(IDbContextFactory<PortalDb> contexts)
{
    public async Task<bool> StillHolds(Guid userId, string? stamp, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == userId, stop) is { } user && user.Trusts(stamp);
    }
}
