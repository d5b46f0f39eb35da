using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Evidence;

/// <summary>Clears away what was left: uploads nobody went on with, pieces without an announcement, files that no photo names.</summary>
public sealed class ClearPhotos(IDbContextFactory<PortalDb> contexts, PhotoStore store, Sweep sweep, AbandonUpload abandon)
{
    /// <summary>A phone without a signal over a weekend still finds what it had sent.</summary>
    public static readonly Duration Patience = Duration.FromDays(7);

    // Between the move of a file and the save of its photo lies a moment; an hour is more than any.
    private static readonly Duration Moment = Duration.FromHours(1);
    private static readonly Actor Clearing = Actor.System("clear-photos");

    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        var total = await sweep.Walk(
            db => db.PhotoUploads.Where(upload => upload.StartedAt < now - Patience).Select(upload => new Due { At = upload.StartedAt, Id = upload.Id }),
            async id => (await abandon.Run(id, Clearing, stop)) is { Refusal: { } refusal } && refusal != Refusal.NotFound ? refusal : true,
            stop);
        total += await ClearArrivals(stop);
        foreach (var hashes in store.KeptBefore(now - Moment).Chunk(500)) total += await ClearKept(hashes, now - Moment, stop);
        return total;
    }

    // Announced before the first piece, and taken back before the file: a file seen first and an announcement not found after it belong to nothing.
    private async Task<SweepCount> ClearArrivals(CancellationToken stop)
    {
        var arrivals = store.Arrivals().ToList();
        await using var db = await contexts.CreateDbContextAsync(stop);
        var announced = (await db.PhotoUploads.Select(upload => upload.Id).ToListAsync(stop)).ToHashSet();
        var lost = arrivals.Where(id => !announced.Contains(id)).ToList();
        foreach (var id in lost) store.Forget(id);
        return new(arrivals.Count, lost.Count, 0);
    }

    private async Task<SweepCount> ClearKept(string[] hashes, Instant before, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var named = await db.Photos
            .Where(photo => hashes.Contains(photo.Sha256) || hashes.Contains(photo.ViewSha256)
                || hashes.Contains(photo.ThumbSha256) || hashes.Contains(photo.FullSha256))
            .Select(photo => new { photo.Sha256, photo.ViewSha256, photo.ThumbSha256, photo.FullSha256 }).ToListAsync(stop);
        var wanted = named.SelectMany(photo => new[] { photo.Sha256, photo.ViewSha256, photo.ThumbSha256, photo.FullSha256 }).ToHashSet();
        var dropped = hashes.Where(hash => !wanted.Contains(hash)).Count(hash => store.Drop(hash, before));
        return new(hashes.Length, dropped, 0);
    }
}
