using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <content>The plan: proposed, approved, answered, agreed or disputed, carried out.</content>
public sealed partial class Complaint
{
    /// <summary>Proposes a plan. One that is proposed while another waits takes its place and asks anew.</summary>
    public Outcome ProposePlan(PlanDraft draft, Actor actor, Instant now)
    {
        if (plans.Exists(plan => plan.Id == draft.Id)) return Outcome.Done;
        return Do(CaseVerb.ProposePlan, actor, now, () =>
        {
            if (Check(draft) is { } refusal) return refusal;
            plans.Add(new(draft, Round, (CurrentPlan?.Number ?? 0) + 1, actor.Name, now));
            return null;
        });
    }

    /// <summary>Every consent was given. It counts only for the plan in force, and only when exactly that plan was shown.</summary>
    public Outcome Grant(Guid approvalId, string shownHash, Func<CasePlan, string> hashOf, Actor actor, Instant now)
    {
        if (CurrentPlan is not { } plan || plan.ApprovalId != approvalId || plan.GrantedAt is not null) return Outcome.Done;
        if (hashOf(plan) != shownHash) return new Refusal("approval.not-what-was-shown");
        return BySettlement(CaseVerb.Grant, actor, now, () => plan.Grant(now));
    }

    public Outcome RefusePlan(Guid approvalId, Actor actor, Instant now) =>
        CurrentPlan is not { } plan || plan.ApprovalId != approvalId || plan.RefusedAt is not null
            ? Outcome.Done
            : BySettlement(CaseVerb.RefusePlan, actor, now, () => plan.Refuse(now));

    /// <summary>The regional manager has verified the facts for a gold dealer: the plan may be carried out at once.</summary>
    public Outcome VerifyGold(Actor actor, Instant now) => Do(CaseVerb.VerifyGold, actor, now, () =>
    {
        CurrentPlan!.Release(actor.Name, now);
        return null;
    });

    /// <summary>The answer with a definite plan: it meets the plan clock, and from it the resolution clock runs.</summary>
    public Outcome AnswerDealer(CaseClock.Terms terms, Actor actor, Instant now) => Do(CaseVerb.AnswerDealer, actor, now, () =>
    {
        CurrentPlan!.Answer(now);
        Meet(Plan, terms, actor, now);
        if (Clock(Resolution) is null) clocks.Add(new(Resolution, Round, terms, now));
        return null;
    });

    public Outcome Agree(Actor actor, Instant now) => Do(CaseVerb.Agree, actor, now, () =>
    {
        CurrentPlan!.Agree(actor.Name, now);
        return null;
    });

    public Outcome Dispute(Actor actor, Instant now) => Do(CaseVerb.Dispute, actor, now, () =>
    {
        CurrentPlan!.Dispute(now);
        return null;
    });

    /// <summary>The company explains why it keeps to the plan; the dealer may still agree or not.</summary>
    public Outcome StandBy(Actor actor, Instant now) => Do(CaseVerb.StandBy, actor, now, () => null);

    /// <summary>One step of the plan is done. Within a remedy none is skipped, and one that is done stays as it is.</summary>
    public Outcome Execute(Guid stepId, PlanStep.Proof proof, Actor actor, Instant now)
    {
        if (CurrentPlan is not { } plan || plan.Steps.FirstOrDefault(one => one.Id == stepId) is not { } step) return CaseTable.Find(State, CaseVerb.Execute) is null ? Deny(CaseVerb.Execute, actor, now)! : Refusal.NotFound;
        if (step.IsDone && step.DoneBy == actor.Name) return Outcome.Done;
        return Do(CaseVerb.Execute, actor, now, () =>
            step.IsDone ? new("step.done-already", null, null, Fact.Of(step.DoneBy!))
            : !step.IsFor(actor) ? Refusal.NotAllowed
            : !plan.NextSteps.Contains(step) ? new("step.not-yet")
            : step.Finish(proof, actor, now));
    }

    /// <summary>Everything is done: the resolution clock is met, and the dealer is asked whether he is content.</summary>
    public Outcome Resolve(CaseClock.Terms terms, Actor actor, Instant now) => Do(CaseVerb.Resolve, actor, now, () =>
    {
        Meet(Resolution, terms, actor, now);
        return null;
    });

    private Refusal? Check(PlanDraft draft) =>
        draft.Remedies.Count == 0 ? new("plan.no-remedy", null, "remedy")
        : draft.Remedies.GroupBy(remedy => remedy.Code).Any(same => same.Count() > 1) ? new("plan.remedy-twice", null, "remedy")
        : string.IsNullOrWhiteSpace(draft.Explanation) ? new("case.text-missing", null, "explanation")
        : draft.Remedies.Any(remedy => remedy.AmountFen < 0 || (remedy.AmountFen == 0 && RemedySteps.NeedsAmount(remedy.Code))) ? new("plan.amount-missing", null, "amount")
        : draft.Remedies.Any(remedy => remedy.AmountFen > PlanDraft.MostFen) ? new("plan.amount-too-large", null, "amount", Fact.Fen(PlanDraft.MostFen))
        : draft.Remedies.Any(remedy => RemedySteps.NeedsReturn(remedy.Code)) && string.IsNullOrWhiteSpace(draft.ReturnAddress) ? new("plan.return-address", null, "address")
        : IsPaidService && draft.Remedies.Any(remedy => remedy.Code is not ("paid-service" or "explanation")) ? new("plan.paid-service-only", Clause.Parse(PaidServiceClause!), "remedy")
        : null;

    // An approval's last word moves the case whoever gave it; the table asks for no role here.
    private Outcome BySettlement(CaseVerb verb, Actor actor, Instant now, Action act)
    {
        if (CaseTable.Find(State, verb) is not { } row) return new Refusal("case.not-now", null, null, Fact.Word($"verb.{verb}"), Fact.Word($"case.state.{State}"));
        act();
        Touch(verb, actor, now);
        MoveTo(row.To);
        return Outcome.Done;
    }
}
