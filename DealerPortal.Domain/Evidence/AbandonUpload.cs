using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Evidence;

/// <summary>Gives up an announced photo: the announcement first, then what has arrived of it.</summary>
public sealed class AbandonUpload(PortalWork work, IEnumerable<IPhotoSubjects> subjects, PhotoStore store)
{
    public async Task<Outcome> Run(Guid id, Actor actor, CancellationToken stop)
    {
        var outcome = await work.Do(actor, async db =>
        {
            var upload = await db.PhotoUploads.ReachedBy(actor, db).SingleOrDefaultAsync(known => known.Id == id, stop);
            if (upload is null) return Refusal.NotFound;
            if (!actor.IsSystem && await subjects.Check(db, upload.DealerId, upload.Subject, actor, stop) is { } refusal) return refusal;

            db.PhotoUploads.Remove(upload);
            return Outcome.Done;
        }, stop);
        if (outcome.IsDone) store.Forget(id);
        return outcome;
    }
}
