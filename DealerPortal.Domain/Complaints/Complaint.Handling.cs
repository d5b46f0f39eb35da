using DealerPortal.Domain.Accounts;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <content>Who has it, and what came of looking into it.</content>
public sealed partial class Complaint
{
    /// <summary>The case that goes on in its place.</summary>
    public Guid? MergedInto { get; private set; }

    public Instant? ClaimedAt { get; private set; }

    /// <summary>Founded or not, with the explanation; of the present handling.</summary>
    public string? Judgement { get; private set; }

    /// <summary>Who caused it, by the pack's code; null until it is settled.</summary>
    public string? Cause { get; private set; }

    public string? CauseClause { get; private set; }

    public string? CauseNote { get; private set; }

    /// <summary>Somebody of after-sales takes it up. Of two at once the first has it, and the other is told by whom.</summary>
    public Outcome Claim(Actor actor, Instant now) =>
        OwnerId == actor.UserId && OwnerId is not null ? Outcome.Done
        : OwnerId is not null && CaseTable.IsFor(CaseVerb.Claim, actor) ? new Refusal("case.claimed-by", null, null, Fact.Of(OwnerName!))
        : Do(CaseVerb.Claim, actor, now, () => Own(actor.UserId!.Value, actor.Name, now));

    /// <summary>A supervisor gives it to somebody.</summary>
    public Outcome Assign(Person to, Actor actor, Instant now) =>
        OwnerId == to.Id && actor.Is(Role.AfterSalesSupervisor) ? Outcome.Done : Do(CaseVerb.Assign, actor, now, () => Own(to.Id, to.Name, now));

    /// <summary>Whoever has it hands it to a colleague, who is named: a case is never let go into nowhere.</summary>
    public Outcome HandOver(Person to, Actor actor, Instant now) =>
        OwnerId == to.Id && LastVerb is CaseVerb.HandOver ? Outcome.Done : Do(CaseVerb.HandOver, actor, now, () => Own(to.Id, to.Name, now));

    /// <summary>The same matter as another case of the same dealer.</summary>
    public Outcome Merge(Complaint into, CaseClock.Terms terms, Actor actor, Instant now)
    {
        if (MergedInto == into.Id) return Outcome.Done;
        if (into.Id == Id || into.DealerId != DealerId || !into.IsOpen) return new Refusal("case.merge-into-what", null, "into");
        return Do(CaseVerb.Merge, actor, now, () =>
        {
            MergedInto = into.Id;
            Meet(Plan, terms, actor, now);
            return null;
        });
    }

    public Outcome JudgeFounded(string explanation, Actor actor, Instant now) => Do(CaseVerb.JudgeFounded, actor, now, () => Judge(explanation));

    /// <summary>Not founded: the explanation is the answer, and the clock that waits for an answer is met by it.</summary>
    public Outcome JudgeNotFounded(string explanation, CaseClock.Terms terms, Actor actor, Instant now) => Do(CaseVerb.JudgeNotFounded, actor, now, () =>
    {
        if (Judge(explanation) is { } refusal) return refusal;
        Meet(Plan, terms, actor, now);
        return null;
    });

    /// <summary>Asks the department that may have caused it. Asking the same while it has not answered is once.</summary>
    public Outcome AskDepartment(Guid id, Role department, string question, Actor actor, Instant now)
    {
        if (investigations.Exists(one => one.Id == id)) return Outcome.Done;
        if (!Investigation.Departments.Contains(department)) return new Refusal("case.no-such-department", null, "department");
        return Do(CaseVerb.AskDepartment, actor, now, () =>
        {
            if (string.IsNullOrWhiteSpace(question)) return new("case.text-missing", null, "question");
            investigations.Add(new(id, Round, department, question.Trim(), actor, now));
            return null;
        });
    }

    public Outcome AnswerAsDepartment(Guid id, string answer, Actor actor, Instant now)
    {
        if (investigations.Find(one => one.Id == id) is not { } asked) return Refusal.NotFound;
        if (asked.AnsweredBy == actor.Name && asked.Answer == answer.Trim()) return Outcome.Done;
        return Do(CaseVerb.AnswerAsDepartment, actor, now, () =>
            !actor.Is(asked.Department) ? Refusal.NotAllowed
            : asked.AnsweredAt is not null ? new("case.answered-already", null, null, Fact.Of(asked.AnsweredBy!))
            : string.IsNullOrWhiteSpace(answer) ? new("case.text-missing", null, "answer")
            : asked.Take(answer.Trim(), actor, now));
    }

    /// <summary>Settles who caused it; what follows for freight and cost is the clause's.</summary>
    public Outcome SettleLiability(string cause, Policies.Clause clause, string note, Actor actor, Instant now) => Do(CaseVerb.SettleLiability, actor, now, () =>
    {
        (Cause, CauseClause, CauseNote) = (cause, clause.ToString(), note.Trim());
        return null;
    });

    private Refusal? Own(Guid id, string name, Instant now)
    {
        (OwnerId, OwnerName, ClaimedAt) = (id, name, now);
        return null;
    }

    private Refusal? Judge(string explanation)
    {
        if (string.IsNullOrWhiteSpace(explanation)) return new("case.text-missing", null, "explanation");
        Judgement = explanation.Trim();
        return null;
    }

    /// <summary>Somebody a case is given to.</summary>
    public sealed record Person(Guid Id, string Name);
}
