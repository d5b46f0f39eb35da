using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>The complaint is not founded, and why. The dealer may accept that or ask again.</summary>
public sealed class JudgeNotFounded(CaseWork cases)
{
    public sealed record Request(Guid CaseId, string Explanation);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseNotFounded, async open =>
        {
            var outcome = open.With(Fact.Of(request.Explanation.Trim())).Case.JudgeNotFounded(request.Explanation, open.Terms, actor, open.Now);
            if (outcome.IsDone) await open.TellDealer(NoticeKind.CaseAnswered);
            return outcome;
        }, stop);
}
