using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Inspections;

/// <summary>Photos hang on inspections: they come and go while it is a draft, and stay for good once it is submitted.</summary>
public sealed class InspectionPhotos : IPhotoSubjects
{
    public async Task<PhotoSubject?> Find(PortalDb db, Guid subject, Actor actor, CancellationToken stop)
    {
        var inspection = await db.Inspections.SeenBy(actor, db).SingleOrDefaultAsync(inspection => inspection.Id == subject, stop);
        return inspection is null || (!inspection.IsSubmitted && !actor.IsDealer) ? null
            : new(subject, inspection.DealerId, Topics.Inspection(subject), inspection, inspection.IsSubmitted ? new Refusal("inspection.submitted-already") : null);
    }
}
