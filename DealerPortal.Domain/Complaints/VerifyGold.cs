using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Complaints;

/// <summary>The regional manager has verified the facts for a gold dealer: the rest of the chain is spared, and the plan may be carried out at once.</summary>
public sealed class VerifyGold(CaseWork cases)
{
    public sealed record Request(Guid CaseId, string Note);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.PlanReleased, async open =>
        {
            var outcome = open.Under(open.Rules.Chains.Shortcut?.Clause).With(Fact.Of(request.Note.Trim())).Case.VerifyGold(actor, open.Now);
            if (!outcome.IsDone || !open.IsChanged) return outcome;

            var asked = await open.Db.ApprovalRequests.SingleAsync(one => one.Id == open.Case.CurrentPlan!.ApprovalId, stop);
            if (asked.Release(actor, request.Note.Trim(), open.Now) is { IsDone: false } refused) return refused;
            open.Db.Announce(Storage.Topics.Approvals);
            await open.TellOwner(NoticeKind.CaseYours, open.Case.RunningClock?.DueAt, Fact.Of(actor.Name));
            return outcome;
        }, stop);
}
