using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Evidence;

/// <summary>Which photos hang on a thing, in the order they came.</summary>
public sealed class PhotoList(IDbContextFactory<PortalDb> contexts, IEnumerable<IPhotoSubjects> subjects)
{
    /// <param name="HasView">Whether there is something that a browser can show large.</param>
    /// <param name="MayTakeOriginal">Whether the reader may have the file as it was taken.</param>
    /// <param name="HasThumb">Whether there is something that a browser can show small.</param>
    /// <param name="HasBare">Whether he may have it in full size without the camera's notes.</param>
    public sealed record Row(
        Guid Id, Guid? Spot, PhotoKind Kind, string Sha256, Instant? CapturedAt, Instant ReceivedAt, PhotoPreview Preview, bool HasView, bool HasThumb, bool MayTakeOriginal,
        bool HasBare);

    /// <summary>The photos of a subject; empty for "none", "not yours" and "not there".</summary>
    public async Task<IReadOnlyList<Row>> Of(Guid subject, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await subjects.Find(db, subject, actor, stop) is null) return [];
        var photos = await db.Photos.AsNoTracking().ReachedBy(actor, db).Where(photo => photo.Subject == subject).OrderBy(photo => photo.ReceivedAt).ThenBy(photo => photo.Id).ToListAsync(stop);
        return [.. photos.Select(photo => RowOf(photo, actor))];
    }

    private static Row RowOf(Photo photo, Actor actor)
    {
        var isShown = PhotoFile.IsShownBy(photo);
        return new(
            photo.Id, photo.Spot, photo.Kind, photo.Sha256, photo.CapturedAt, photo.ReceivedAt, photo.Preview, isShown,
            photo.ThumbSha256 is not null || (isShown && photo.Preview != PhotoPreview.Impossible),
            PhotoFile.MayTakeOriginal(actor, photo), photo.FullSha256 is not null || PhotoFile.IsBareable(photo));
    }

    /// <summary>How many different photos each spot of a subject has; without those that belong to no spot.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> CountBySpot(Guid subject, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await subjects.Find(db, subject, actor, stop) is null) return new Dictionary<Guid, int>();
        return await db.Photos.ReachedBy(actor, db).Where(photo => photo.Subject == subject && photo.Spot != null)
            .GroupBy(photo => photo.Spot!.Value).Select(spot => new { spot.Key, Count = spot.Count() }).ToDictionaryAsync(spot => spot.Key, spot => spot.Count, stop);
    }
}
