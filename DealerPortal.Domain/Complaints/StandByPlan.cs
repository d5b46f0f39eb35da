using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>The company keeps to its plan and explains why; the dealer may still agree or not.</summary>
public sealed class StandByPlan(CaseWork cases)
{
    public sealed record Request(Guid CaseId, Guid MessageId, string Why);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.PlanStoodBy, async open =>
        {
            if (string.IsNullOrWhiteSpace(request.Why)) return new Refusal("case.text-missing", null, "why");
            var outcome = open.With(Fact.Of(request.Why.Trim())).Case.StandBy(actor, open.Now);
            if (!outcome.IsDone || !open.IsChanged) return outcome;
            open.Db.CaseMessages.Add(new(request.MessageId, open.Case, request.Why.Trim(), isInternal: false, actor, open.Now));
            await open.TellDealer(NoticeKind.CaseAnswered, open.Case.RunningClock?.DueAt);
            return outcome;
        }, stop);
}
