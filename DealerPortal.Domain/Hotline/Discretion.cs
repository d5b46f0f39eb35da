using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>Whether the regulation leaves it to after-sales if a dealer's complaint is taken up at all: by the tier he is in today.</summary>
public sealed class Discretion(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <summary>The clause that leaves it to the desk; null for every dealer whose complaints are simply taken up.</summary>
    public async Task<Clause?> For(Guid dealerId, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (book.InForceAt(now).Value is not { } edition || edition.Find<CallScripts>()?.Discretion is not { } discretion) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.TierOn(dealerId, edition.Calendar.DateOf(now), stop) == discretion.Tier ? discretion.Clause : null;
    }
}
