using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>The department that was asked says what it found.</summary>
public sealed class AnswerAsDepartment(CaseWork cases)
{
    public sealed record Request(Guid CaseId, Guid InvestigationId, string Answer);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.DepartmentAnswered, async open =>
        {
            var outcome = open.Internally().With(Fact.Of(actor.Name), Fact.Of(request.Answer.Trim())).Case.AnswerAsDepartment(request.InvestigationId, request.Answer, actor, open.Now);
            if (outcome.IsDone && open.IsChanged) await open.TellOwner(NoticeKind.DepartmentAnswered);
            return outcome;
        }, stop);
}
