using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Dealers;

/// <summary>Which tier a dealer is in.</summary>
public static class Tiers
{
    /// <summary>The tier that holds on a date; null where none was ever set.</summary>
    public static Task<string?> TierOn(this PortalDb db, Guid dealerId, LocalDate date, CancellationToken stop) =>
        db.TierPeriods.Where(period => period.DealerId == dealerId && period.From <= date).OrderByDescending(period => period.From).Select(period => period.Tier).FirstOrDefaultAsync(stop);
}
