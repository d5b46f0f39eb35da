using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>What stands to one dealer's credit, for whoever of the staff has him on the phone: summed up from the ledger in one query.</summary>
public sealed class DealerBalance(IDbContextFactory<PortalDb> contexts)
{
    /// <param name="Balance">As it stands in the list of all balances.</param>
    /// <param name="Statement">His last statement; null where there is none, or where the reader sees none.</param>
    public sealed record View(BalanceList.Row Balance, LastOne? Statement);

    public sealed record LastOne(Guid Id, string Number);

    /// <summary>Null for "not there", "not yours", and for whom balances do not concern.</summary>
    public async Task<View?> For(Guid dealerId, Actor actor, CancellationToken stop)
    {
        if (!Statements.MayTellBalance(actor)) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await BalanceList.Rows(db, db.Dealers.AsNoTracking().SeenBy(actor).Where(dealer => dealer.Id == dealerId), LocalDate.MaxIsoValue).SingleOrDefaultAsync(stop) is not { } balance) return null;
        return new(balance, await Statements.SeenBy(actor, db).Where(batch => batch.DealerId == dealerId && batch.State != BatchState.Withdrawn && batch.State != BatchState.Refused)
            .OrderByDescending(batch => batch.DrawnUpAt).Select(batch => new LastOne(batch.Id, batch.Number)).FirstOrDefaultAsync(stop));
    }
}
