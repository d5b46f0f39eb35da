using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence.Copies;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Evidence;

/// <summary>All of a photo has arrived: it is looked at, and becomes evidence or is refused and dropped. Finished twice, it is one photo.</summary>
public sealed class FinishUpload(PortalWork work, IEnumerable<IPhotoSubjects> subjects, PhotoDesk desk, AbandonUpload abandon, CopyQueue copies)
{
    public async Task<Outcome<Guid>> Run(Guid id, Actor actor, CancellationToken stop)
    {
        var found = await desk.Find(id, actor, stop);
        if (found.Refusal is { } unknown) return unknown;
        if (found.Value is not { } upload) return id;

        var looked = await desk.Look(upload, stop);
        // Not all here yet, or finished by another request a moment ago: nothing is dropped.
        if (looked.Refusal?.Code == "photo.out-of-place") return (await desk.Find(id, actor, stop)) is { IsDone: true, Value: null } ? id : looked.Refusal;

        var outcome = looked.Value is { } seen ? await Keep(upload, seen, actor, stop) : looked.Refusal!;
        if (outcome.IsDone) copies.Add(id);
        if (outcome.Refusal is { } refusal && refusal != Refusal.ChangedMeanwhile) await abandon.Run(id, actor, CancellationToken.None);
        return outcome;
    }

    private Task<Outcome<Guid>> Keep(PhotoUpload announced, PhotoDesk.Seen seen, Actor actor, CancellationToken stop) => work.Do<Guid>(actor, async db =>
    {
        if (await db.Photos.AnyAsync(photo => photo.Id == announced.Id, stop)) return announced.Id;

        var found = await subjects.FindOpen(db, announced.Subject, actor, stop);
        if (found.Value is not { } subject) return found.Refusal!;

        var upload = await db.PhotoUploads.SingleOrDefaultAsync(known => known.Id == announced.Id, stop);
        if (upload is null) return Refusal.ChangedMeanwhile;

        var photo = desk.Keep(upload, seen, actor.UserId!.Value);
        db.PhotoUploads.Remove(upload);
        db.Photos.Add(photo);
        db.Note(new(Happening.PhotoAdded, photo.Subject, subject.OfDealer, null, Fact.Word("photo.kind." + photo.Kind), Fact.Of(photo.Sha256)));
        db.Touch(subject);
        return photo.Id;
    }, stop);
}
