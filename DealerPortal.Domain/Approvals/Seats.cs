using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>From which places a person may decide now.</summary>
internal static class Seats
{
    /// <summary>One's own roles, then those of people who are away and named him as their substitute.</summary>
    public static async Task<IReadOnlyList<Seat>> Of(PortalDb db, Actor actor, Instant now, CancellationToken stop)
    {
        if (!actor.IsStaff) return [];
        var own = actor.Roles.Select(role => new Seat(role, actor.Regions, null));
        var away = await (from absence in db.Absences
                          where absence.SubstituteId == actor.UserId && absence.From <= now && now < absence.Until
                          join person in db.Users on absence.UserId equals person.Id
                          where person.DisabledAt == null
                          join post in db.Posts on person.Id equals post.UserId
                          select new { person.FullName, post.Role, post.Region }).ToListAsync(stop);
        var lent = away.GroupBy(post => (post.FullName, post.Role))
            .Select(posts => new Seat(posts.Key.Role, posts.Any(post => post.Region is null) ? new HashSet<string>() : posts.Select(post => post.Region!).ToHashSet(), posts.Key.FullName));
        return [.. own, .. lent];
    }
}
