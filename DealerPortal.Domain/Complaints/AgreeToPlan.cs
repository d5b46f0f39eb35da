using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>The dealer agrees: the plan is carried out.</summary>
public sealed class AgreeToPlan(CaseWork cases)
{
    public sealed record Request(Guid CaseId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.PlanAgreed, async open =>
        {
            var outcome = open.Case.Agree(actor, open.Now);
            if (outcome.IsDone && open.IsChanged) await open.TellOwner(NoticeKind.CaseDealerSaid, open.Case.RunningClock?.DueAt, Fact.Word("verb.Agree"));
            return outcome;
        }, stop);
}
