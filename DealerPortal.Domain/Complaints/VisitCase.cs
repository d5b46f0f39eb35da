using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Somebody of the staff opens a case's page, or begins or ends writing there. Nothing of it is kept: it is no part of the case.</summary>
public sealed class VisitCase(PortalWork work, IClock clock)
{
    /// <param name="VisitId">Made by the page; the same while it is open.</param>
    public sealed record Request(Guid VisitId, Guid CaseId, bool IsTyping);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        actor is not { IsStaff: true, UserId: { } me } ? Refusal.NotAllowed : await work.Do(actor, async db =>
        {
            if (!await db.Complaints.SeenBy(actor, db).AnyAsync(one => one.Id == request.CaseId, stop)) return Refusal.NotFound;
            var visit = await db.CaseVisits.SingleOrDefaultAsync(one => one.Id == request.VisitId && one.UserId == me, stop);
            if (visit is null) db.CaseVisits.Add(visit = new(request.VisitId, request.CaseId, me, actor.Name));
            visit.Type(request.IsTyping);
            visit.Keep(clock.GetCurrentInstant());
            db.Announce(Topics.Visits(visit.CaseId));
            db.Announce(Topics.AllVisits);
            return Outcome.Done;
        }, stop);
}
