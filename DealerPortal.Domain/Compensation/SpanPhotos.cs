using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Compensation;

/// <summary>Documents of an excused span: the company's own. They come and go while the form is open; once it is sent they can be added, and once it is decided neither.</summary>
public sealed class SpanPhotos : IPhotoSubjects
{
    public async Task<PhotoSubject?> Find(PortalDb db, Guid subject, Actor actor, CancellationToken stop)
    {
        if (!actor.IsStaff) return null;
        var mayRecord = RecordSpan.MayRecord(actor);
        if (await SpanReach.SeenBy(db, actor).SingleOrDefaultAsync(span => span.Id == subject, stop) is { } span)
            return new(span.Id, Photo.Company, Topics.Staff, span, span.SettledAt is null ? null : new Refusal("span.decided"), PhotoRefusals.Kept, mayRecord);
        return mayRecord && await db.SpanDrafts.SingleOrDefaultAsync(draft => draft.Id == subject && draft.Writer == actor.UserId, stop) is { } draft
            ? new(draft.Id, Photo.Company, Topics.User(draft.Writer), draft, IsStaffs: true)
            : null;
    }
}
