using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Evidence;

/// <summary>Which photos hang on a thing, in the order they came.</summary>
public sealed class PhotoList(IDbContextFactory<PortalDb> contexts)
{
    /// <param name="HasView">Whether there is something that a browser can show large.</param>
    /// <param name="MayTakeOriginal">Whether the reader may have the file as it was taken.</param>
    public sealed record Row(
        Guid Id, Guid? Spot, PhotoKind Kind, string Sha256, string MediaType, int Width, int Height, Instant? CapturedAt, Instant ReceivedAt, bool HasView, bool HasThumb, bool MayTakeOriginal);

    /// <summary>The photos of a subject; empty for "none", "not yours" and "not there".</summary>
    public async Task<IReadOnlyList<Row>> Of(Guid subject, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var photos = await db.Photos.AsNoTracking().SeenBy(actor, db).Where(photo => photo.Subject == subject).OrderBy(photo => photo.ReceivedAt).ThenBy(photo => photo.Id).ToListAsync(stop);
        return [.. photos.Select(photo => new Row(
            photo.Id, photo.Spot, photo.Kind, photo.Sha256, photo.MediaType, photo.Width, photo.Height, photo.CapturedAt, photo.ReceivedAt,
            PhotoFile.IsShownBy(photo), photo.ThumbSha256 is not null || PhotoFile.IsShownBy(photo), PhotoFile.MayTakeOriginal(actor, photo.DealerId)))];
    }

    /// <summary>How many different photos each spot of a subject has; without those that belong to no spot.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> CountBySpot(Guid subject, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.Photos.SeenBy(actor, db).Where(photo => photo.Subject == subject && photo.Spot != null)
            .GroupBy(photo => photo.Spot!.Value).Select(spot => new { spot.Key, Count = spot.Count() }).ToDictionaryAsync(spot => spot.Key, spot => spot.Count, stop);
    }
}
