using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>A question that needs the consent of several people, in order and none skipped, each to exactly what was shown.</summary>
public sealed class ApprovalRequest : IRoot
{
    private readonly List<Consent> consents = [];

    private ApprovalRequest() { }

    /// <param name="chain">The roles in their order; at least one.</param>
    /// <param name="remindAt">When the first link is reminded, inside working hours.</param>
    public ApprovalRequest(Guid id, Question question, IReadOnlyList<Role> chain, Actor by, Instant now, Instant? remindAt)
    {
        ArgumentOutOfRangeException.ThrowIfZero(chain.Count);
        (Id, Kind, Subject, DealerId, Region, Path) = (id, question.Kind, question.Subject, question.DealerId, question.Region, question.Path);
        (Clause, Shown, ShownHash) = (question.Clause.ToString(), StepText.Write(question.Shown), question.Hash);
        (AskedBy, AskedByName, AskedAt, NextReminderAt) = (by.UserId, by.Name, now, remindAt);
        consents.AddRange(chain.Select((role, index) => new Consent(id, index + 1, role)));
        WaitsFor = chain[0];
    }

    public Guid Id { get; private set; }

    public string Kind { get; private set; } = "";

    public Guid Subject { get; private set; }

    /// <summary>The dealer it is about; null where it is about more than one.</summary>
    public Guid? DealerId { get; private set; }

    /// <summary>The region it is about; empty where it is about more than one.</summary>
    public string Region { get; private set; } = "";

    public string Path { get; private set; } = "";

    /// <summary>The clause that asks for this chain.</summary>
    public string Clause { get; private set; } = "";

    /// <summary>What those who decide are shown, as <see cref="StepText"/> writes it.</summary>
    public string Shown { get; private set; } = "";

    /// <summary>Binds every consent to what was shown, see <see cref="Question.Hash"/>.</summary>
    public string ShownHash { get; private set; } = "";

    public Guid? AskedBy { get; private set; }

    public string AskedByName { get; private set; } = "";

    public Instant AskedAt { get; private set; }

    /// <summary>Whose turn it is; null once it is settled.</summary>
    public Role? WaitsFor { get; private set; }

    public Verdict? Result { get; private set; }

    public Instant? SettledAt { get; private set; }

    /// <summary>When whoever is waited for is reminded next: the one column the reminder looks at.</summary>
    public Instant? NextReminderAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<Consent> Consents => consents;

    /// <summary>The link that is asked now; null once it is settled.</summary>
    public Consent? Next => Result is null ? consents.OrderBy(consent => consent.Place).First(consent => consent.Verdict is null) : null;

    public bool IsGranted => Result is Verdict.Granted;

    /// <summary>One link's word. The same person's same word on the same link, said again, changes nothing.</summary>
    public Outcome Decide(Word word, Actor actor, IReadOnlyList<Seat> seats, Instant now)
    {
        if (word.ShownHash != ShownHash) return new Refusal("approval.not-what-was-shown");
        if (consents.Find(consent => consent.Place == word.Place) is { Verdict: { } given } told && told.By == actor.UserId && given == word.Verdict) return Outcome.Done;
        if (Next is not { } next) return new Refusal("approval.settled", null, null, Fact.Word($"approval.verdict.{Result}"));
        if (actor.UserId == AskedBy) return new Refusal("approval.own-question");
        if (next.Place != word.Place || seats.FirstOrDefault(seat => seat.Reaches(next.Role, Region)) is not { } seat)
            return new Refusal("approval.not-your-turn", null, null, Fact.Word($"role.{next.Role}"));
        if (!word.Consents && string.IsNullOrWhiteSpace(word.Note)) return new Refusal("approval.reason-missing", null, "note");

        next.Settle(word.Verdict, actor, seat.InPlaceOf, word.Note, now);
        MoveOn(now);
        return Outcome.Done;
    }

    /// <summary>The regulation spares the rest of the chain, by this person's act. The links that were spared stay visible as such.</summary>
    public Outcome Release(Actor by, string note, Instant now)
    {
        if (Result is not null) return new Refusal("approval.settled", null, null, Fact.Word($"approval.verdict.{Result}"));
        foreach (var consent in consents.Where(consent => consent.Verdict is null)) consent.Settle(Verdict.Released, by, null, note, now);
        MoveOn(now);
        return Outcome.Done;
    }

    /// <summary>The question is taken back, ordinarily because it changed. One that is settled stays as it is.</summary>
    public void Withdraw(Instant now)
    {
        if (Result is null) Settle(Verdict.Withdrawn, now);
    }

    public void RemindAt(Instant? next) => NextReminderAt = Result is null ? next : null;

    private void MoveOn(Instant now)
    {
        if (consents.Exists(consent => consent.Verdict is Verdict.Refused)) Settle(Verdict.Refused, now);
        else if (consents.TrueForAll(consent => consent.Verdict is not null)) Settle(Verdict.Granted, now);
        else WaitsFor = Next!.Role;
    }

    private void Settle(Verdict result, Instant now) => (Result, SettledAt, WaitsFor, NextReminderAt) = (result, now, null, null);

    /// <summary>What one person says to one link.</summary>
    /// <param name="Place">The link that was shown as the one to decide.</param>
    /// <param name="ShownHash">The hash of what the person saw.</param>
    public sealed record Word(int Place, string ShownHash, bool Consents, string? Note)
    {
        public Verdict Verdict => Consents ? Verdict.Granted : Verdict.Refused;
    }
}
