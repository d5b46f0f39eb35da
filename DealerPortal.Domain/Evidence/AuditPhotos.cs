using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Evidence;

/// <summary>Hashes a share of the kept originals anew, each night another one, so that a photo that rots or is exchanged is found while there is still a backup of it.</summary>
public sealed class AuditPhotos(IDbContextFactory<PortalDb> contexts, PhotoStore store, Sweep sweep)
{
    /// <summary>Every photo has its turn within as many nights.</summary>
    public const int Shares = 16;

    public Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        // The length of a file is as good as drawn by lot, and both databases can divide it.
        var share = (now - NodaConstants.UnixEpoch).Days % Shares;
        return sweep.Walk(
            db => db.Photos.Where(photo => photo.Bytes % Shares == share).Select(photo => new Due { At = photo.ReceivedAt, Id = photo.Id }),
            id => Check(id, stop),
            stop);
    }

    private async Task<Outcome<bool>> Check(Guid id, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var kept = await db.Photos.Where(photo => photo.Id == id).Select(photo => photo.Sha256).SingleOrDefaultAsync(stop);
        if (kept is null) return false;

        return PhotoStore.HashOf(await store.Read(kept, stop)) == kept
            ? false
            : throw new InvalidDataException($"The photo {id} is no longer what was received: its content does not have the hash {kept}. Restore the file from a backup.");
    }
}
