using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>When a person is or will be away, and the colleagues whom he may name as his substitute.</summary>
public sealed class AbsenceList(IDbContextFactory<PortalDb> contexts, IClock clock)
{
    public sealed record View(IReadOnlyList<Item> Mine, IReadOnlyList<Colleague> Colleagues);

    public sealed record Item(Guid Id, string Substitute, Instant From, Instant Until);

    public sealed record Colleague(Guid Id, string Name);

    public async Task<View> For(Actor actor, CancellationToken stop)
    {
        if (!actor.IsStaff) return new([], []);
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        var mine = await (from absence in db.Absences
                          where absence.UserId == actor.UserId && absence.Until > now && absence.From < absence.Until
                          join substitute in db.Users on absence.SubstituteId equals substitute.Id
                          orderby absence.From
                          select new Item(absence.Id, substitute.FullName, absence.From, absence.Until)).Take(20).ToListAsync(stop);
        var colleagues = await db.Users.Where(user => user.DealerId == null && user.DisabledAt == null && user.Id != actor.UserId)
            .OrderBy(user => user.FullName).Take(500).Select(user => new Colleague(user.Id, user.FullName)).ToListAsync(stop);
        return new(mine, colleagues);
    }
}
