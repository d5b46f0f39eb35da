using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Complaints;

/// <summary>The page of a case is closed.</summary>
public sealed class LeaveCase(PortalWork work)
{
    public sealed record Request(Guid VisitId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) => work.Do(actor, async db =>
    {
        if (await db.CaseVisits.SingleOrDefaultAsync(one => one.Id == request.VisitId && one.UserId == actor.UserId, stop) is not { } visit) return Outcome.Done;
        db.CaseVisits.Remove(visit);
        db.Announce(Topics.Visits(visit.CaseId));
        db.Announce(Topics.AllVisits);
        return Outcome.Done;
    }, stop);
}
