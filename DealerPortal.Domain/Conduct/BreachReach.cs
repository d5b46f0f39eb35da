using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Conduct;

/// <summary>Who reads of a breach: the person concerned, whoever recorded it, and those who decide it. Nobody else, whatever his role.</summary>
internal static class BreachReach
{
    public static async Task<IQueryable<Breach>> SeenBy(this IQueryable<Breach> breaches, Actor actor, PortalDb db, Instant now, CancellationToken stop)
    {
        if (!actor.IsStaff || actor.UserId is not { } me) return breaches.Where(_ => false);
        // Those who were asked, by the role they were asked for, or in whose place somebody decided; a role of one region is never asked.
        var roles = (await Seats.Of(db, actor, now, stop)).Where(seat => seat.Regions.Count == 0).Select(seat => seat.Role).Distinct().ToArray();
        return breaches.Where(one => one.PersonId == me || one.RecordedBy == me
            || db.ApprovalRequests.Any(asked => asked.Subject == one.Id && asked.Consents.Any(consent => consent.By == me || roles.Contains(consent.Role))));
    }
}
