using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>What a dealer is paid for one period: lines of the ledger, drawn up by finance, approved, and paid. The statement shows it line by line.</summary>
/// <remarks>What was drawn up is never redrawn: a batch that is refused or withdrawn sets its lines free for another one, and what proves wrong after the payment
/// is reversed in the ledger and so lowers a later batch.</remarks>
public sealed class Batch : IRoot, IOfDealer
{
    private Batch() { }

    public Batch(Guid id, string number, Contents contents, Guid approvalId, Actor by, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(contents.Fen);
        (Id, Number, DealerId, FirstDate, Through) = (id, number, contents.DealerId, contents.FirstDate, contents.Through);
        (Fen, Lines, Clause) = (contents.Fen, contents.Lines, contents.Clause.ToString());
        (ApprovalId, DrawnUpBy, DrawnUpAt, State) = (approvalId, by.Name, now, BatchState.Asked);
    }

    /// <param name="FirstDate">The first late date among its lines.</param>
    /// <param name="Through">The last date of the period.</param>
    /// <param name="Fen">The sum of the lines; more than nothing.</param>
    /// <param name="Clause">What the regulation pays under.</param>
    public sealed record Contents(Guid DealerId, LocalDate FirstDate, LocalDate Through, long Fen, int Lines, Clause Clause);

    /// <summary>Made by the form, so that sending twice is once.</summary>
    public Guid Id { get; private set; }

    public string Number { get; private set; } = "";

    public Guid DealerId { get; private set; }

    public LocalDate FirstDate { get; private set; }

    public LocalDate Through { get; private set; }

    /// <summary>Whole fen, as they were drawn up: the sum of its lines, which do not change.</summary>
    public long Fen { get; private set; }

    public int Lines { get; private set; }

    public string Clause { get; private set; } = "";

    public BatchState State { get; private set; }

    public Guid ApprovalId { get; private set; }

    public string DrawnUpBy { get; private set; } = "";

    public Instant DrawnUpAt { get; private set; }

    /// <summary>When it was approved, refused or withdrawn; null while it waits.</summary>
    public Instant? SettledAt { get; private set; }

    /// <summary>The day on which the bank was told, in the company's zone.</summary>
    public LocalDate? PaidOn { get; private set; }

    /// <summary>The bank's reference of the payment.</summary>
    public string? Reference { get; private set; }

    public string? PaidBy { get; private set; }

    /// <summary>When the payment was recorded here.</summary>
    public Instant? PaidAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The last word of those who approve.</summary>
    /// <returns>Whether it changed anything.</returns>
    public bool Settle(bool isGranted, Instant now)
    {
        if (State is not BatchState.Asked) return false;
        (State, SettledAt) = (isGranted ? BatchState.Approved : BatchState.Refused, now);
        return true;
    }

    /// <summary>Finance takes it back while nobody has the last word yet.</summary>
    public Outcome Withdraw(Instant now)
    {
        if (State is BatchState.Withdrawn) return Outcome.Done;
        if (State is not BatchState.Asked) return new Refusal("settlement.not-asked", null, null, Fact.Word("batch-state." + State));
        (State, SettledAt) = (BatchState.Withdrawn, now);
        return Outcome.Done;
    }

    /// <summary>The bank was told. The same payment said again changes nothing; another one is refused.</summary>
    /// <param name="approvedOn">The date of the approval: nothing is paid before it.</param>
    public Outcome Pay(string reference, LocalDate paidOn, LocalDate approvedOn, LocalDate today, Actor by, Instant now)
    {
        if (State is BatchState.Paid && (Reference, PaidOn) == (reference, paidOn)) return Outcome.Done;
        if (State is BatchState.Paid) return new Refusal("settlement.paid-already", null, null, Fact.Of(Reference!), Fact.On(PaidOn!.Value));
        if (State is not BatchState.Approved) return new Refusal("settlement.not-approved", null, null, Fact.Word("batch-state." + State));
        if (reference.Length == 0) return new Refusal("settlement.reference-missing", null, "reference");
        if (paidOn > today || paidOn < approvedOn) return new Refusal("settlement.paid-on-wrong", null, "paid-on", Fact.On(approvedOn), Fact.On(today));
        (State, Reference, PaidOn, PaidBy, PaidAt) = (BatchState.Paid, reference, paidOn, by.Name, now);
        return Outcome.Done;
    }
}
