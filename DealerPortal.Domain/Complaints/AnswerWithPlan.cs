using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>The answer with a definite plan goes to the dealer: the plan clock is met, and the resolution clock starts.</summary>
public sealed class AnswerWithPlan(CaseWork cases)
{
    public sealed record Request(Guid CaseId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseAnswered, async open =>
        {
            var outcome = open.Case.AnswerDealer(open.Terms, actor, open.Now);
            if (outcome.IsDone && open.IsChanged) await open.TellDealer(NoticeKind.CaseAnswered, open.Case.RunningClock?.DueAt);
            return outcome;
        }, stop);
}
