using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>Asks production, an OEM plant or logistics what happened.</summary>
public sealed class AskDepartment(CaseWork cases)
{
    public sealed record Request(Guid CaseId, Guid InvestigationId, Role Department, string Question);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.DepartmentAsked, async open =>
        {
            var outcome = open.Internally().With(Fact.Word($"role.{request.Department}"), Fact.Of(request.Question.Trim())).Case.AskDepartment(request.InvestigationId, request.Department, request.Question, actor, open.Now);
            if (outcome.IsDone && open.IsChanged) await open.TellRole(request.Department, NoticeKind.DepartmentAsked, open.Case.RunningClock?.DueAt);
            return outcome;
        }, stop);
}
