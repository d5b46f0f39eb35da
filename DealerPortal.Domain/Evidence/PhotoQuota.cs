using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Evidence;

/// <summary>How much one dealer, or the company itself, may keep here: photos, their copies, and what is announced.</summary>
internal static class PhotoQuota
{
    /// <summary>The refusal when <paramref name="more"/> bytes no longer fit.</summary>
    public static async Task<Refusal?> Check(PortalDb db, PortalSettings.PhotoBounds bounds, Guid dealerId, long more, CancellationToken stop)
    {
        var used = await db.Photos.Where(photo => photo.DealerId == dealerId).SumAsync(photo => photo.Bytes + photo.CopyBytes, stop)
            + await db.PhotoUploads.Where(upload => upload.DealerId == dealerId).SumAsync(upload => upload.Bytes, stop);
        return used + more > bounds.QuotaBytesPerDealer ? PhotoRefusals.QuotaFull(used, bounds.QuotaBytesPerDealer) : null;
    }
}
