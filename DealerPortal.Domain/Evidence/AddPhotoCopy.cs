using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence.Copies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Evidence;

/// <summary>The sender's browser hands in a smaller copy of its photo, shown until the portal has made its own.</summary>
/// <remarks>It is believed as little as the original.</remarks>
public sealed class AddPhotoCopy(PortalWork work, PhotoStore store, IEnumerable<IPhotoSubjects> subjects, IClock clock)
{
    /// <summary>The most bytes of a copy of 1600 px, and so of any.</summary>
    public const int MaxBytes = 3_000_000;

    public sealed record Request(Guid Photo, PhotoCopy Copy, byte[] Content);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) => work.Do(actor, async db =>
    {
        var photo = await db.Photos.ReachedBy(actor, db).SingleOrDefaultAsync(known => known.Id == request.Photo, stop);
        if (photo is null) return Refusal.NotFound;
        if (await subjects.Check(db, photo.DealerId, photo.Subject, actor, stop) is { } refusal) return refusal;
        if (!photo.Wants(request.Copy)) return Outcome.Done;

        // Also after it was closed: the photo has been counted, and its copies were on their way.
        var found = await subjects.FindOwn(db, photo.Subject, actor, stop);
        if (found.Value is not { } subject) return found.Refusal!;

        var made = MakeBare(photo, request);
        if (made.Value is not { } bare) return made.Refusal!;
        if (await PhotoQuota.Check(db, store.Bounds, photo.DealerId, bare.Length, stop) is { } full) return full;

        photo.Take(request.Copy, await store.Keep(bare, clock.GetCurrentInstant()), bare.Length);
        db.Announce(subject.Topic);
        return Outcome.Done;
    }, stop);

    private static Outcome<byte[]> MakeBare(Photo photo, Request request)
    {
        if (request.Content.Length > MaxBytes) return PhotoRefusals.TooLarge(request.Content.Length, MaxBytes);
        var read = CopyCheck.Read(request.Content, request.Copy);
        return !read.IsDone ? read.Refusal!
            : photo.MayHaveCopy(read.Value.Picture.Width, read.Value.Picture.Height) ? read.Value.Bare
            : PhotoRefusals.CopyDoesNotFit;
    }
}
