using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Who else of the staff has cases open now, in whichever process, and who is writing. Dealers are not told.</summary>
public sealed class VisitList(IDbContextFactory<PortalDb> contexts, IClock clock)
{
    public sealed record Who(Guid CaseId, string Name, bool IsTyping);

    /// <summary>Everybody but the reader, each person once a case.</summary>
    public async Task<IReadOnlyList<Who>> In(IReadOnlyCollection<Guid> cases, Actor actor, CancellationToken stop)
    {
        if (!actor.IsStaff || cases.Count == 0) return [];
        await using var db = await contexts.CreateDbContextAsync(stop);
        var (ids, now) = (cases.ToArray(), clock.GetCurrentInstant());
        var there = await db.CaseVisits.AsNoTracking()
            .Where(visit => ids.Contains(visit.CaseId) && visit.SeenUntil > now && visit.UserId != actor.UserId && db.Complaints.SeenBy(actor, db).Any(one => one.Id == visit.CaseId))
            .Select(visit => new { visit.CaseId, visit.UserId, visit.Name, visit.IsTyping }).Take(500).ToListAsync(stop);
        return [.. there.GroupBy(visit => (visit.CaseId, visit.UserId)).Select(same => new Who(same.Key.CaseId, same.First().Name, same.Any(visit => visit.IsTyping))).OrderBy(who => who.Name, StringComparer.Ordinal)];
    }
}
