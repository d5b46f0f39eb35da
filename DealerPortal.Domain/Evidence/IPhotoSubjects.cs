using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;

namespace DealerPortal.Domain.Evidence;

/// <summary>Something that photos hang on.</summary>
/// <param name="Topic">The live topic of the pages that show its photos.</param>
/// <param name="Root">What was loaded with this context and holds the photos: it is touched with each change of them, so that a photo added or
/// removed and a submission meet there, and one of them looks again.</param>
/// <param name="Closed">Why it takes no more photos and gives none back; null while it does.</param>
/// <param name="DealerId">Whose photos hang on it; <see cref="Photo.Company"/> where they are the company's own.</param>
/// <param name="Kept">Why it gives none back though it takes more; null while it does.</param>
/// <param name="IsStaffs">The actor is of the staff that sends to it; for what is the company's own.</param>
public sealed record PhotoSubject(Guid Id, Guid DealerId, string Topic, IRoot Root, Refusal? Closed = null, Refusal? Kept = null, bool IsStaffs = false)
{
    /// <summary>Whom its history is shown to besides the staff; null where that is no dealer.</summary>
    public Guid? OfDealer => DealerId == Photo.Company ? null : DealerId;

    internal bool TakesFrom(Actor actor) => DealerId == Photo.Company ? actor.IsStaff && IsStaffs : actor.MayActFor(DealerId);
}

/// <summary>The seam to the capabilities that need evidence. Each registers one; a subject is looked for in all of them.</summary>
public interface IPhotoSubjects
{
    /// <summary>The subject, or null when there is none by this id that the actor may see.</summary>
    Task<PhotoSubject?> Find(PortalDb db, Guid subject, Actor actor, CancellationToken stop);
}

internal static class PhotoSubjects
{
    /// <summary>The subject, or null when there is none by this id that the actor may see: then he sees no photo of it either.</summary>
    public static async Task<PhotoSubject?> Find(this IEnumerable<IPhotoSubjects> all, PortalDb db, Guid subject, Actor actor, CancellationToken stop)
    {
        foreach (var some in all)
            if (await some.Find(db, subject, actor, stop) is { } found) return found;
        return null;
    }

    /// <summary>The subject for somebody who sends something of his own to it: refused to all but the dealer's people, or the staff concerned.</summary>
    public static async Task<Outcome<PhotoSubject>> FindOwn(this IEnumerable<IPhotoSubjects> all, PortalDb db, Guid subject, Actor actor, CancellationToken stop) =>
        await all.Find(db, subject, actor, stop) is not { } found || (actor.IsDealer && actor.DealerId != found.DealerId) ? Refusal.NotFound
        : !found.TakesFrom(actor) ? Refusal.NotAllowed
        : found;

    /// <summary>The subject for somebody who wants to change its photos: also refused after it was closed.</summary>
    public static async Task<Outcome<PhotoSubject>> FindOpen(this IEnumerable<IPhotoSubjects> all, PortalDb db, Guid subject, Actor actor, CancellationToken stop)
    {
        var own = await all.FindOwn(db, subject, actor, stop);
        return own.Value?.Closed is { } closed ? closed : own;
    }

    /// <summary>Something about the subject's photos changes with this save: its version rises, and its pages read themselves again.</summary>
    public static void Touch(this PortalDb db, PhotoSubject subject)
    {
        db.Entry(subject.Root).Property(nameof(IRoot.Version)).IsModified = true;
        db.Announce(subject.Topic);
    }
}
