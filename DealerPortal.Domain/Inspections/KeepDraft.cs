using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Inspections;

/// <summary>Keeps what a dealer has typed so far, so that neither a reload nor a sign-out loses it. Answers the draft's new number.</summary>
public sealed class KeepDraft(PortalWork work, IClock clock)
{
    /// <param name="Known">The number of the draft that was read before typing.</param>
    public sealed record Request(Guid InspectionId, Findings Findings, int Known);

    public Task<Outcome<int>> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do<int>(actor, async db =>
        {
            var inspection = await db.Inspections.SeenBy(actor, db).SingleOrDefaultAsync(inspection => inspection.Id == request.InspectionId, stop);
            return inspection is null || !actor.MayActFor(inspection.DealerId) ? Refusal.NotFound
                : inspection.Keep(request.Findings, request.Known, clock.GetCurrentInstant());
        }, stop);
}
