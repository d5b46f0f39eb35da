using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Promises;

/// <summary>A later date proposed for a large order: by whom, why, for what, and what the dealer said to it, who and when. Without his consent the regulation's date stands.</summary>
public sealed class DateProposal : IRoot, IOfDealer
{
    private DateProposal() { }

    public DateProposal(Guid id, Promise promise, Terms terms, Actor by, Instant now)
    {
        (Id, OrderId, DealerId, OrderNumber) = (id, promise.Id, promise.DealerId, promise.Number);
        (Families, StandardOn, ProposedOn, Clause, Reason, LapsesAt) = (string.Join(',', terms.Families), terms.StandardOn, terms.ProposedOn, terms.Clause.ToString(), terms.Reason, terms.LapsesAt);
        (ProposedBy, ProposedAt, NextReminderAt) = (by.Name, now, terms.RemindAt);
    }

    public sealed record Terms(
        IReadOnlyList<string> Families, LocalDate StandardOn, LocalDate ProposedOn, Policies.Clause Clause, string Reason, Instant LapsesAt, Instant? RemindAt);

    /// <summary>Made by the form, so that sending twice is once.</summary>
    public Guid Id { get; private set; }

    public Guid OrderId { get; private set; }

    public string OrderNumber { get; private set; } = "";

    public Guid DealerId { get; private set; }

    /// <summary>Codes of the families of which the order is large, divided by commas.</summary>
    public string Families { get; private set; } = "";

    /// <summary>The earliest of the regulation's dates that it would put off.</summary>
    public LocalDate StandardOn { get; private set; }

    public LocalDate ProposedOn { get; private set; }

    public string Clause { get; private set; } = "";

    public string Reason { get; private set; } = "";

    public string ProposedBy { get; private set; } = "";

    public Instant ProposedAt { get; private set; }

    /// <summary>Exclusive: a word at this instant is too late, and the regulation's date has stood.</summary>
    public Instant LapsesAt { get; private set; }

    public DateAnswer? Answer { get; private set; }

    public string? AnsweredBy { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>When the dealer is reminded next: the one column the reminder looks at.</summary>
    public Instant? NextReminderAt { get; private set; }

    public int Version { get; private set; }

    public bool IsOpenAt(Instant now) => Answer is null && now < LapsesAt;

    /// <summary>The dealer's word. The same word again changes nothing.</summary>
    public Outcome Take(DateAnswer answer, Actor by, Instant now)
    {
        if (Answer == answer) return Outcome.Done;
        if (Answer is not null) return new Refusal("date.answered", Policies.Clause.Parse(Clause), null, Fact.Word($"date-answer.{Answer}"), Fact.Of(AnsweredBy!), Fact.At(AnsweredAt!.Value));
        if (now >= LapsesAt) return new Refusal("date.lapsed", Policies.Clause.Parse(Clause), null, Fact.At(LapsesAt));
        (Answer, AnsweredBy, AnsweredAt, NextReminderAt) = (answer, by.Name, now, null);
        return Outcome.Done;
    }

    public void RemindAt(Instant? next) => NextReminderAt = next < LapsesAt ? next : null;
}
