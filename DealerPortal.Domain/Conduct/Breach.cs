using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Conduct;

/// <summary>Somebody of the staff is said to have broken a duty: what happened, his own word on it, what was decided, and whether he appealed.</summary>
public sealed class Breach : IRoot
{
    private Breach() { }

    public Breach(Guid id, string number, Facts facts, ConductBreach duty, Instant statementDue, Actor by, Instant now)
    {
        (Id, Number, PersonId, PersonName, HappenedOn, What) = (id, number, facts.PersonId, facts.PersonName, facts.On, facts.What.Trim());
        (Clause, Code, FromFen, ToFen, CaseId, StatementDueAt) = (duty.Clause.ToString(), duty.Code, duty.FromFen, duty.ToFen, facts.CaseId, statementDue);
        (RecordedBy, RecordedByName, RecordedAt) = (by.UserId!.Value, by.Name, now);
    }

    /// <param name="CaseId">The case in which it happened; null without one.</param>
    public sealed record Facts(Guid PersonId, string PersonName, LocalDate On, string What, Guid? CaseId);

    public Guid Id { get; private set; }

    /// <summary>What the record is called by: it names nobody. Unique.</summary>
    public string Number { get; private set; } = "";

    public Guid PersonId { get; private set; }

    public string PersonName { get; private set; } = "";

    public LocalDate HappenedOn { get; private set; }

    public string What { get; private set; } = "";

    public Guid? CaseId { get; private set; }

    /// <summary>The clause that was broken, in the edition it was broken under.</summary>
    public string Clause { get; private set; } = "";

    /// <summary>The duty's code in the pack.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The limits of a sum, as they were when it was recorded.</summary>
    public long FromFen { get; private set; }

    public long ToFen { get; private set; }

    public Guid RecordedBy { get; private set; }

    public string RecordedByName { get; private set; } = "";

    public Instant RecordedAt { get; private set; }

    /// <summary>Until when nothing is decided without the person's own word, exclusive.</summary>
    public Instant StatementDueAt { get; private set; }

    public string? Statement { get; private set; }

    public Instant? StatedAt { get; private set; }

    public BreachState State { get; private set; }

    /// <summary>What is decided, in fen; 0 is a reprimand without any sum, null while nothing is proposed.</summary>
    public long? Fen { get; private set; }

    public string? Reason { get; private set; }

    public Guid? ApprovalId { get; private set; }

    public Instant? DecidedAt { get; private set; }

    /// <summary>Until when an appeal is possible, exclusive.</summary>
    public Instant? AppealUntil { get; private set; }

    public string? Appeal { get; private set; }

    public Instant? AppealedAt { get; private set; }

    public Guid? AppealApprovalId { get; private set; }

    public Instant? AppealSettledAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Who answers for people: the only ones who record a breach.</summary>
    public static bool MayRecord(Actor actor) => actor.IsAny(Role.AfterSalesSupervisor, Role.RegionalManager, Role.OperationsDirector, Role.MarketingDirector, Role.MarketDirector);

    /// <summary>The person's own word. Said once; saying the same again changes nothing.</summary>
    public Outcome<bool> Answer(string text, Actor actor, Instant now)
    {
        if (actor.UserId != PersonId) return Refusal.NotAllowed;
        if (Statement == text.Trim()) return false;
        if (State is not BreachState.Recorded || Statement is not null) return new Refusal("breach.not-now");
        if (string.IsNullOrWhiteSpace(text)) return new Refusal("breach.text-missing", null, "statement");
        (Statement, StatedAt) = (text.Trim(), now);
        return true;
    }

    /// <summary>Proposes what follows, once the person was heard or had his time to be.</summary>
    public Outcome<bool> Propose(long fen, string reason, Guid approvalId, Actor actor, Instant now)
    {
        if (actor.UserId != RecordedBy) return Refusal.NotAllowed;
        if (State is BreachState.AwaitingApproval && Fen == fen && Reason == reason.Trim()) return false;
        if (State is not BreachState.Recorded) return new Refusal("breach.not-now");
        if (Statement is null && now < StatementDueAt) return new Refusal("breach.hear-first", Policies.Clause.Parse(Clause), null, Fact.At(StatementDueAt));
        if (fen != 0 && (fen < FromFen || fen > ToFen || fen % 100 != 0)) return new Refusal("breach.beyond-limits", Policies.Clause.Parse(Clause), "yuan", Fact.Fen(FromFen), Fact.Fen(ToFen));
        if (string.IsNullOrWhiteSpace(reason)) return new Refusal("breach.text-missing", null, "reason");
        (Fen, Reason, ApprovalId, State) = (fen, reason.Trim(), approvalId, BreachState.AwaitingApproval);
        return true;
    }

    /// <summary>The proposal was granted or refused.</summary>
    internal void Settle(bool isGranted, Instant appealUntil, Instant now)
    {
        (State, DecidedAt) = (isGranted ? BreachState.Decided : BreachState.Dismissed, now);
        AppealUntil = isGranted ? appealUntil : null;
    }

    /// <summary>The person does not accept it: somebody else than those who decided looks at it again.</summary>
    public Outcome<bool> AppealAgainst(string text, Guid approvalId, Actor actor, Instant now)
    {
        if (actor.UserId != PersonId) return Refusal.NotAllowed;
        if (Appeal == text.Trim()) return false;
        if (State is not BreachState.Decided) return new Refusal("breach.not-now");
        if (now >= AppealUntil) return new Refusal("breach.appeal-too-late", null, null, Fact.At(AppealUntil.Value));
        if (string.IsNullOrWhiteSpace(text)) return new Refusal("breach.text-missing", null, "appeal");
        (Appeal, AppealedAt, AppealApprovalId, State) = (text.Trim(), now, approvalId, BreachState.Appealed);
        return true;
    }

    /// <summary>The appeal was heard, and the decision no longer holds; or it was not.</summary>
    internal void SettleAppeal(bool isHeard, Instant now) => (State, AppealSettledAt) = (isHeard ? BreachState.Lifted : BreachState.Upheld, now);
}
