using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>Reminds whoever a question waits for, inside working hours, and again after as much open time.</summary>
public sealed class RemindApprovers(PortalWork work, Sweep sweep, PolicyBook book) : IDueTimes
{
    public IQueryable<Due> Waiting(PortalDb db) =>
        db.ApprovalRequests.Where(one => one.NextReminderAt != null).Select(one => new Due { At = one.NextReminderAt!.Value, Id = one.Id });

    public Task<SweepCount> RunAsOf(Instant now, CancellationToken stop) =>
        sweep.Walk(db => Waiting(db).Where(due => due.At <= now), id => One(id, now, stop), stop);

    private Task<Outcome<bool>> One(Guid id, Instant now, CancellationToken stop) =>
        work.Do<bool>(Actor.System("approval-reminders"), async db =>
        {
            var question = await db.ApprovalRequests.SingleAsync(one => one.Id == id, stop);
            if (question.NextReminderAt is not { } due || due > now) return false;
            var clause = Clause.Parse(question.Clause);
            var edition = book.Edition(clause.Pack, clause.Edition);
            var isOpen = edition.Calendar.IsOpen(now);
            if (isOpen) await ApprovalNews.Remind(db, question, now, stop);
            // Outside the hours nobody is disturbed: the reminder moves to the next opening.
            question.RemindAt(isOpen ? edition.Calendar.AddOpenTime(now, edition.Chains.RemindAfter) : edition.Calendar.NextOpening(now));
            return isOpen;
        }, stop);
}
