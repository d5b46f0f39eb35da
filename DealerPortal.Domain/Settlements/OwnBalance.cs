using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>What stands to a dealer's own credit up to now, and in which state.</summary>
public sealed class OwnBalance(IDbContextFactory<PortalDb> contexts)
{
    /// <summary>Null for whoever is no dealer.</summary>
    public async Task<BalanceList.Row?> For(Actor actor, CancellationToken stop)
    {
        if (actor.DealerId is not { } own) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await BalanceList.Rows(db, db.Dealers.AsNoTracking().Where(dealer => dealer.Id == own), LocalDate.MaxIsoValue).SingleOrDefaultAsync(stop);
    }
}
