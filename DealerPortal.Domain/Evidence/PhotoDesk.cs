using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence.Formats;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Evidence;

/// <summary>Where what has arrived is looked at before it is taken: length, hash, kind by content, name, size in pixels, the camera's notes.</summary>
public sealed class PhotoDesk(IDbContextFactory<PortalDb> contexts, PhotoStore store, IEnumerable<IPhotoSubjects> subjects, IClock clock) : IDisposable
{
    // Each look holds a whole file in memory.
    private readonly SemaphoreSlim looking = new(4);
    private readonly DateTimeZone cameraZone = DateTimeZoneProviders.Tzdb[store.Bounds.CameraZone];

    public sealed record Seen(Picture Picture, CameraNotes Notes);

    /// <summary>The upload; null when it is a photo already.</summary>
    public async Task<Outcome<PhotoUpload?>> Find(Guid id, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var upload = await db.PhotoUploads.AsNoTracking().ReachedBy(actor, db).SingleOrDefaultAsync(known => known.Id == id, stop);
        var photo = upload is not null ? null : await db.Photos.AsNoTracking().ReachedBy(actor, db).SingleOrDefaultAsync(photo => photo.Id == id, stop);
        if ((upload?.DealerId ?? photo?.DealerId) is not { } dealer) return Refusal.NotFound;
        return await subjects.Check(db, dealer, upload?.Subject ?? photo!.Subject, actor, stop) is { } refusal ? refusal : new Outcome<PhotoUpload?>(upload, null);
    }

    /// <summary>What the file is, or why it is not taken.</summary>
    public async Task<Outcome<Seen>> Look(PhotoUpload upload, CancellationToken stop)
    {
        await looking.WaitAsync(stop);
        try
        {
            var file = await store.ReadSent(upload.Id, stop);
            return file is null ? PhotoRefusals.OutOfPlace(0)
                : file.Length < upload.Bytes ? PhotoRefusals.OutOfPlace(file.Length)
                : PhotoStore.HashOf(file) != upload.Sha256 ? PhotoRefusals.HashDiffers
                : Read(upload, file);
        }
        finally { looking.Release(); }
    }

    /// <summary>Moves the file to its place for good, and makes the photo of it.</summary>
    internal Photo Keep(PhotoUpload upload, Seen seen, Guid by)
    {
        var now = clock.GetCurrentInstant();
        store.Keep(upload.Id, upload.Sha256, now);
        return new(upload, seen.Picture, seen.Notes, by, now);
    }

    public void Dispose() => looking.Dispose();

    private Outcome<Seen> Read(PhotoUpload upload, byte[] file)
    {
        var read = Picture.Read(file, store.Bounds.MaxPixels);
        return read.Value is not { } picture ? read.Refusal!
            : PhotoName.Compare(upload.Name, picture.Type) is { } differs ? differs
            : new Seen(picture, CameraNotes.Read(picture.Exif(file), cameraZone));
    }
}
