using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Evidence;

/// <summary>Whoever may send photos takes one back before it is submitted. The history keeps that there was one; its file is collected when no other photo is the same.</summary>
public sealed class RemovePhoto(PortalWork work, IEnumerable<IPhotoSubjects> subjects)
{
    public Task<Outcome> Run(Guid id, Actor actor, CancellationToken stop) => work.Do(actor, async db =>
    {
        var photo = await db.Photos.ReachedBy(actor, db).SingleOrDefaultAsync(known => known.Id == id, stop);
        if (photo is null) return Refusal.NotFound;

        var found = await subjects.FindOpen(db, photo.Subject, actor, stop);
        if (found.Value is not { } subject) return found.Refusal!;
        if (subject.Kept is { } kept) return kept;

        db.Photos.Remove(photo);
        db.Note(new(Happening.PhotoRemoved, photo.Subject, subject.OfDealer, null, Fact.Word("photo.kind." + photo.Kind), Fact.Of(photo.Sha256)));
        db.Touch(subject);
        return Outcome.Done;
    }, stop);
}
