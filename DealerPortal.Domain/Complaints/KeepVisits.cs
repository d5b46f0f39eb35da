using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>A process says which pages of its own are still open, and clears away those of a process that says nothing any more.</summary>
public sealed class KeepVisits(PortalWork work, IClock clock)
{
    private static readonly Actor Me = Actor.System("presence");

    /// <param name="VisitIds">The pages that this process serves.</param>
    public sealed record Request(IReadOnlyList<Guid> VisitIds);

    public Task<Outcome> Run(Request request, CancellationToken stop) => work.Do(Me, async db =>
    {
        var now = clock.GetCurrentInstant();
        foreach (var ids in request.VisitIds.Chunk(500))
            await db.CaseVisits.Where(one => ids.Contains(one.Id)).ExecuteUpdateAsync(set => set.SetProperty(one => one.SeenUntil, now + CaseVisit.Lease), stop);
        foreach (var gone in await db.CaseVisits.Where(one => one.SeenUntil <= now).OrderBy(one => one.SeenUntil).Take(200).ToListAsync(stop))
        {
            if (request.VisitIds.Contains(gone.Id)) continue;
            db.CaseVisits.Remove(gone);
            db.Announce(Topics.Visits(gone.CaseId));
            db.Announce(Topics.AllVisits);
        }
        return Outcome.Done;
    }, stop);
}
