using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Dealers;

/// <summary>One dealer, for staff.</summary>
public sealed class DealerSheet(IDbContextFactory<PortalDb> contexts)
{
    public sealed record View(Guid Id, string Code, string Name, string Region, string? Phone, Instant AddedAt, IReadOnlyList<TierSince> Tiers);

    /// <summary>A tier the dealer was put into, and since when; the latest first.</summary>
    public sealed record TierSince(string Tier, LocalDate From, string SetBy);

    /// <summary>Null for "not there" and "not yours".</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.Dealers.SeenBy(actor).Where(dealer => dealer.Id == id)
            .Select(dealer => new View(dealer.Id, dealer.Code, dealer.Name, dealer.Region, dealer.Phone, dealer.AddedAt,
                db.TierPeriods.Where(period => period.DealerId == dealer.Id).OrderByDescending(period => period.From).Select(period => new TierSince(period.Tier, period.From, period.SetBy)).ToList())).SingleOrDefaultAsync(stop);
    }
}
