using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Complaints;

/// <summary>Photos hang on a complaint from its draft on, and until the case is closed; once it is filed they can be added but not taken back.</summary>
public sealed class CasePhotos : IPhotoSubjects
{
    public async Task<PhotoSubject?> Find(PortalDb db, Guid subject, Actor actor, CancellationToken stop)
    {
        if (await db.Complaints.SeenBy(actor, db).SingleOrDefaultAsync(one => one.Id == subject, stop) is { } one)
            return new(one.Id, one.DealerId, Topics.Case(one.Id), one, one.IsOpen ? null : new Refusal("case.over"), PhotoRefusals.Kept);
        return await db.ComplaintDrafts.SeenBy(actor, db).SingleOrDefaultAsync(draft => draft.Id == subject, stop) is { } draft
            ? new(draft.Id, draft.DealerId, Topics.Case(draft.Id), draft)
            : null;
    }
}
