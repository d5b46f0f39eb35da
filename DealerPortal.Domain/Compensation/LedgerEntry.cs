using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>One line of the ledger: written once, never changed, never deleted. What a dealer has coming is the sum of his lines.</summary>
/// <remarks>The lines of one order and date are a chain: an earning, its reversal, perhaps another earning. Each line but the first names the one before it,
/// and the database lets a chain begin once and each line be followed once: so no date can have two earnings that stand.</remarks>
public sealed class LedgerEntry : IOfDealer
{
    private LedgerEntry() { }

    private LedgerEntry(EntryKind kind, Guid dealerId, LocalDate date, long fen, Clause clause, IReadOnlyList<Step> steps, Instant now)
    {
        Id = Guid.CreateVersion7();
        (Kind, DealerId, Date, Fen, Clause, Steps, WrittenAt) = (kind, dealerId, date, fen, clause.ToString(), StepText.Write(steps), now);
    }

    public Guid Id { get; private set; }

    public EntryKind Kind { get; private set; }

    public Guid DealerId { get; private set; }

    /// <summary>The order that was late; null for a settlement.</summary>
    public Guid? OrderId { get; private set; }

    public string? OrderNumber { get; private set; }

    /// <summary>The late date, in the company's zone; of a settlement, the date it was paid.</summary>
    public LocalDate Date { get; private set; }

    /// <summary>Whole fen, with its sign: the balance is the sum.</summary>
    public long Fen { get; private set; }

    /// <summary>As <see cref="Policies.Clause.ToString"/> writes it, with regulation and edition.</summary>
    public string Clause { get; private set; } = "";

    /// <summary>The earliest promised date among the goods that were late; null for a settlement.</summary>
    public LocalDate? PromisedOn { get; private set; }

    /// <summary>The cause of the delay as it was known when the line was written; null while it was undecided.</summary>
    public string? Cause { get; private set; }

    /// <summary>Why, as <see cref="StepText"/> writes it.</summary>
    public string Steps { get; private set; } = "";

    public Instant WrittenAt { get; private set; }

    /// <summary>The line of the same order and date before this one; of a reversal, the earning it takes back.</summary>
    public Guid? PreviousId { get; private set; }

    /// <summary>The batch that a settlement paid.</summary>
    public Guid? BatchId { get; private set; }

    /// <summary>A late date earns.</summary>
    /// <param name="after">The last line of this order and date: a reversal; null when there is none yet.</param>
    internal static LedgerEntry Earn(Promise promise, LocalDate date, LocalDate promisedOn, Ruling<long> pay, LedgerEntry? after, Instant now)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(pay.Value);
        if (after is { Kind: EntryKind.Earn }) throw new ArgumentException($"{promise.Number} has earned {date} already; it is taken back before it earns anew.", nameof(after));
        return new(EntryKind.Earn, promise.DealerId, date, pay.Value, pay.Clause, pay.Steps, now)
        {
            OrderId = promise.Id,
            OrderNumber = promise.Number,
            PromisedOn = promisedOn,
            Cause = promise.Cause,
            PreviousId = after?.Id,
        };
    }

    /// <summary>Takes an earning back, whole.</summary>
    internal static LedgerEntry Reverse(LedgerEntry earning, string? cause, Clause clause, IReadOnlyList<Step> why, Instant now) =>
        new(EntryKind.Reverse, earning.DealerId, earning.Date, -earning.Fen, clause, why, now)
        {
            OrderId = earning.OrderId,
            OrderNumber = earning.OrderNumber,
            PromisedOn = earning.PromisedOn,
            Cause = cause,
            PreviousId = earning.Id,
        };

    /// <summary>A batch was paid: what stood to the dealer's credit is his no longer.</summary>
    /// <param name="paidFen">What was paid.</param>
    public static LedgerEntry Settle(Guid batchId, Guid dealerId, LocalDate paidOn, long paidFen, Clause clause, IReadOnlyList<Step> why, Instant now) =>
        new(EntryKind.Settle, dealerId, paidOn, -paidFen, clause, why, now) { BatchId = batchId };
}
