using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence.Formats;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Evidence;

/// <summary>The bytes of a photo for one reader: as it was taken for the dealer's own people, for whoever of the staff sent it, and for auditors, without any note of the camera for all others.</summary>
public sealed class PhotoFile(IDbContextFactory<PortalDb> contexts, PhotoStore store, IEnumerable<IPhotoSubjects> subjects)
{
    public enum Size
    {
        Thumb,
        View,
        Original,
    }

    /// <param name="Tag">Names exactly these bytes, for caches.</param>
    /// <param name="Name">A name of ours to save it under.</param>
    /// <param name="Open">Opens the bytes, when they are wanted after all.</param>
    public sealed record Content(string MediaType, string Tag, string Name, Func<CancellationToken, Task<Stream>> Open);

    /// <summary>The photo in this size; null for "not yours", "not there" and "cannot be shown".</summary>
    public async Task<Content?> Get(Guid id, Size size, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.Photos.AsNoTracking().ReachedBy(actor, db).SingleOrDefaultAsync(known => known.Id == id, stop) is not { } photo) return null;
        if (await subjects.Find(db, photo.Subject, actor, stop) is null) return null;

        var copy = size == Size.Thumb ? photo.ThumbSha256 ?? photo.ViewSha256 : size == Size.View ? photo.ViewSha256 : null;
        if (copy is not null) return Kept(photo, copy, PictureType.Jpeg);
        if (size == Size.Original && MayTakeOriginal(actor, photo)) return Kept(photo, photo.Sha256, PictureTypes.OfMediaType(photo.MediaType));
        if (IsBareable(photo)) return Bare(photo);
        return (photo.FullSha256 ?? photo.ViewSha256) is { } best ? Kept(photo, best, PictureType.Jpeg) : null;
    }

    /// <summary>Only those who hold it anyway, and those who check the record, see what the camera wrote: it may say where somebody lives.</summary>
    internal static bool MayTakeOriginal(Actor actor, Photo photo) => actor.MayActFor(photo.DealerId) || actor.Is(Role.Auditor) || (photo.DealerId == Photo.Company && photo.UploadedBy == actor.UserId);

    /// <summary>Whether a browser can be given something to show.</summary>
    internal static bool IsShownBy(Photo photo) => photo.ViewSha256 is not null || IsBareable(photo);

    internal static bool IsBareable(Photo photo) => PictureTypes.OfMediaType(photo.MediaType) != PictureType.Heic;

    private Content Kept(Photo photo, string sha256, PictureType type) =>
        new(type.MediaType(), sha256, NameOf(photo, type), _ => Task.FromResult(store.Open(sha256)));

    private Content Bare(Photo photo)
    {
        var type = PictureTypes.OfMediaType(photo.MediaType);
        return new(photo.MediaType, photo.Sha256 + "-bare", NameOf(photo, type), async stop =>
            BarePicture.Of(await store.Read(photo.Sha256, stop), type, photo.Turn) is { } bare ? new MemoryStream(bare) : Stream.Null);
    }

    private static string NameOf(Photo photo, PictureType type) => $"photo-{photo.Id.ToString("N")[^12..]}{type.Extensions()[0]}";
}
