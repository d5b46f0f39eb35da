using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Promises;

/// <summary>Reminds dealers of proposed dates that wait for their word, inside working hours, until the regulation's date has passed.</summary>
public sealed class RemindOfDates(PortalWork work, Sweep sweep, PolicyBook book) : IDueTimes
{
    private static readonly Actor Portal = Actor.System("date-reminders");

    public IQueryable<Due> Waiting(PortalDb db) =>
        db.DateProposals.Where(one => one.NextReminderAt != null).Select(one => new Due { At = one.NextReminderAt!.Value, Id = one.Id });

    public Task<SweepCount> RunAsOf(Instant now, CancellationToken stop) => sweep.Walk(
        db => Waiting(db).Where(due => due.At <= now),
        id => One(id, now, stop), stop);

    private Task<Outcome<bool>> One(Guid id, Instant now, CancellationToken stop) => work.Do<bool>(Portal, async db =>
    {
        var proposal = await db.DateProposals.SingleAsync(one => one.Id == id, stop);
        if (proposal.NextReminderAt is null || proposal.NextReminderAt > now) return false;
        if (proposal.IsOpenAt(now)) await DateNews.Reminded(db, proposal, now, stop);
        var clause = Clause.Parse(proposal.Clause);
        proposal.RemindAt(ProposeDate.Next(book.Edition(clause.Pack, clause.Edition), now));
        return true;
    }, stop);
}
