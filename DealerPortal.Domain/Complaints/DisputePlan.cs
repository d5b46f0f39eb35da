using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>The dealer does not agree, and says why.</summary>
public sealed class DisputePlan(CaseWork cases)
{
    public sealed record Request(Guid CaseId, Guid MessageId, string Why);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.PlanDisputed, async open =>
        {
            if (string.IsNullOrWhiteSpace(request.Why)) return new Refusal("case.text-missing", null, "why");
            var outcome = open.With(Fact.Of(request.Why.Trim())).Case.Dispute(actor, open.Now);
            if (!outcome.IsDone || !open.IsChanged) return outcome;
            open.Db.CaseMessages.Add(new(request.MessageId, open.Case, request.Why.Trim(), isInternal: false, actor, open.Now));
            await open.TellOwner(NoticeKind.CaseDealerSaid, open.Case.RunningClock?.DueAt, Fact.Word("verb.Dispute"));
            return outcome;
        }, stop);
}
