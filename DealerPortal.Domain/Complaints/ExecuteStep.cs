using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>One step of the plan is done, by the dealer or by the company.</summary>
public sealed class ExecuteStep(CaseWork cases)
{
    public sealed record Request(Guid CaseId, Guid StepId, PlanStep.Proof Proof);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.StepDone, async open =>
        {
            var step = open.Case.CurrentPlan?.Steps.FirstOrDefault(one => one.Id == request.StepId);
            var outcome = open.With(Fact.Word($"plan-step.{step?.Kind}"), Fact.Of(request.Proof.Waybill ?? request.Proof.Note ?? "")).Case.Execute(request.StepId, request.Proof, actor, open.Now);
            if (!outcome.IsDone || !open.IsChanged) return outcome;
            if (actor.IsDealer) await open.TellOwner(NoticeKind.CaseDealerSaid, open.Case.RunningClock?.DueAt, Fact.Word("verb.Execute"));
            else await open.TellDealer(NoticeKind.CaseStepDone, null, Fact.Word($"plan-step.{step!.Kind}"));
            return outcome;
        }, stop);
}
