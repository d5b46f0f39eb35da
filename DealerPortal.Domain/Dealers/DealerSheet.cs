using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Dealers;

/// <summary>One dealer, for staff.</summary>
public sealed class DealerSheet(IDbContextFactory<PortalDb> contexts)
{
    public sealed record View(Guid Id, string Code, string Name, string Region, string? Phone, Instant AddedAt);

    /// <summary>Null for "not there" and "not yours".</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.Dealers.SeenBy(actor).Where(dealer => dealer.Id == id)
            .Select(dealer => new View(dealer.Id, dealer.Code, dealer.Name, dealer.Region, dealer.Phone, dealer.AddedAt)).SingleOrDefaultAsync(stop);
    }
}
