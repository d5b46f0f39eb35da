using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>A case as one reader is shown it: what the dealer does not read is left out here, and not in the page.</summary>
internal sealed class CaseShown(Complaint one, Edition rules, CaseClock.Terms terms, Actor actor, Instant now)
{
    // Said in the order in which a case usually goes; what stays in a state and belongs to every page anyway is not offered as a step.
    private static readonly CaseVerb[] Offered = [.. Enum.GetValues<CaseVerb>().Where(verb => verb is not (CaseVerb.Grant or CaseVerb.RefusePlan or CaseVerb.Say or CaseVerb.Note or CaseVerb.Execute or CaseVerb.CloseByCall or CaseVerb.ReopenByCall))];

    public ComplaintSheet.Head Head(string dealer) => new(
        one.Id, one.Number, one.DealerId, dealer, actor.IsDealer ? null : one.Tier, one.Region, one.State, one.Turn, one.Round, one.OwnerId, one.OwnerName,
        one.Source, one.FiledAt, one.FiledByName, one.NextDueAt == Complaint.NoEnd ? null : one.NextDueAt, one.MergedInto, one.FollowUpRequestedAt, one.IsOpen);

    public ComplaintSheet.Grounds Grounds()
    {
        var problem = rules.Problems.Find(one.Category)!;
        return new(one.Family, problem.Name, problem.Clause, one.Description, one.Judgement, one.OrderId, one.OrderNumber, one.PickUpId, one.InspectionId, one.PaidServiceClause is { } clause ? Clause.Parse(clause) : null, one.Caller);
    }

    public IReadOnlyList<ComplaintSheet.Clocked> Clocks() => [.. one.Clocks.OrderBy(clock => clock.Round).ThenBy(clock => clock.Code).Select(clock => Clock(clock, terms.Of(clock)))];

    /// <summary>What this person's roles can do in this state, each with what still stands in the way.</summary>
    public IReadOnlyList<ComplaintSheet.Act> Acts() =>
        [.. Offered.Where(IsAtHand).Select(verb => new ComplaintSheet.Act(verb, one.Deny(verb, actor, now) ?? one.DenyClock(verb, terms)))];

    /// <summary>What they cannot, from the same table: those with the same reason together.</summary>
    public IReadOnlyList<ComplaintSheet.Barred> Barred()
    {
        if (!one.IsOpen) return [];
        var barred = from verb in Offered.Append(CaseVerb.Execute)
                     where !IsAtHand(verb) && (CaseTable.IsFor(verb, actor) || (actor.IsStaff && CaseTable.Decides(verb)))
                     let why = verb is CaseVerb.Pause or CaseVerb.Resume && !one.MayPause ? new Refusal("case.no-pauses") : one.Deny(verb, actor, now)
                     where why is not null
                     let ahead = why.Code is "case.not-now" ? CaseTable.NextFor(verb, one.State, actor) : null
                     group (verb, why) by (why.Code, ahead);
        return [.. barred.Select(same => new ComplaintSheet.Barred([.. same.Select(each => each.verb)], same.First().why, same.Key.ahead)).OrderBy(one => one.IsPast).ThenBy(one => one.NotBefore)];
    }

    private bool IsAtHand(CaseVerb verb) =>
        CaseTable.IsFor(verb, actor) && (one.MayPause || verb is not (CaseVerb.Pause or CaseVerb.Resume)) && CaseTable.Find(one.State, verb) is not null;

    public IReadOnlyList<ComplaintSheet.Asked> Departments() =>
        [.. one.Investigations.OrderBy(asked => asked.AskedAt).Select(asked => new ComplaintSheet.Asked(asked.Id, asked.Department, asked.Question, asked.AskedBy, asked.AskedAt, asked.Answer, asked.AnsweredBy, asked.AnsweredAt))];

    /// <summary>A dealer reads a plan once it is the company's answer, or was released to be carried out, and not while it is being weighed.</summary>
    public IReadOnlyList<ComplaintSheet.Planned> Plans() =>
        [.. one.Plans.Where(plan => !actor.IsDealer || plan.AnsweredAt is not null || plan.ReleasedAt is not null).OrderByDescending(plan => plan.Round).ThenByDescending(plan => plan.Number).Select(Plan)];

    private ComplaintSheet.Clocked Clock(CaseClock clock, CaseClock.Terms own)
    {
        var reading = own.Read(clock, clock.IsOpen ? now : null);
        var receipt = ClockReceipt.Of(reading, own.Rules.Of(clock.Code), own.Calendar, now);
        var steps = actor.IsDealer ? receipt.Steps.Where(step => step.Code is not "clock.extended-too-late") : receipt.Steps;
        return new(clock.Id, clock.Code, clock.Round, reading.Kept(now), new(reading.DueAt, receipt.Clause, [.. steps], receipt.IsHouseRule), reading.ProvisionalYears, clock.IsOpen);
    }

    private ComplaintSheet.Planned Plan(CasePlan plan)
    {
        var (isCurrent, next) = (plan == one.CurrentPlan, one.Deny(CaseVerb.Execute, actor, now) is null ? plan.NextSteps.ToHashSet() : []);
        return new(plan.Id, plan.Round, plan.Number, isCurrent, plan.Explanation, plan.ReturnAddress, plan.ProposedBy, plan.ProposedAt, plan.GrantedAt, plan.RefusedAt, plan.ReleasedAt, plan.ReleasedBy, plan.AnsweredAt, plan.AgreedAt,
            [.. plan.Remedies.OrderBy(remedy => remedy.Place).Select(remedy => new ComplaintSheet.Remedy(remedy.Code, remedy.AmountFen, remedy.Note))],
            [.. plan.Steps.OrderBy(step => step.Place).Select(step => new ComplaintSheet.Stage(step.Id, step.Remedy, step.Kind, RemedySteps.IsDealers(step.Kind), isCurrent && next.Contains(step) && step.IsFor(actor),
                step.DoneAt, step.DoneBy, step.Carrier, step.CarrierPhone, step.Waybill, step.Note))]);
    }
}
