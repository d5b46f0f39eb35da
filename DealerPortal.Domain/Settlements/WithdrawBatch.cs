using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>Finance takes back a batch that is not approved yet: its lines are open again, and nobody is asked any more.</summary>
public sealed class WithdrawBatch(PortalWork work, IClock clock)
{
    public sealed record Request(Guid BatchId, string Reason);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (await Statements.SeenBy(actor, db).SingleOrDefaultAsync(batch => batch.Id == request.BatchId, stop) is not { } batch) return Refusal.NotFound;
            if (!Statements.MaySettle(actor)) return Refusal.NotAllowed;
            if (batch.State is BatchState.Withdrawn) return Outcome.Done;
            if (string.IsNullOrWhiteSpace(request.Reason)) return new Refusal("settlement.reason-missing", null, "reason");
            var now = clock.GetCurrentInstant();
            var outcome = batch.Withdraw(now);
            if (!outcome.IsDone) return outcome;

            var question = await db.ApprovalRequests.SingleAsync(asked => asked.Id == batch.ApprovalId, stop);
            question.Withdraw(now);
            await SettlementApprovals.Release(db, batch, now, stop);
            BatchNews.Note(db, batch, Happening.BatchWithdrawn, isInternal: true, Fact.Of(request.Reason.Trim()));
            await BatchNews.Announce(db, batch, stop);
            db.Announce(Topics.Approvals);
            return Outcome.Done;
        }, stop);
}
