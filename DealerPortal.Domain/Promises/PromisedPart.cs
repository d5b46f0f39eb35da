using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Promises;

/// <summary>Goods of one line and the date by which they were promised. Never rewritten: what the ERP changes later closes a part or adds one.</summary>
public sealed class PromisedPart
{
    private PromisedPart() { }

    internal PromisedPart(OrderLine line, decimal above, Ruling<LocalDate> promised, Instant? holdsFrom)
    {
        Id = Guid.CreateVersion7();
        (LineNumber, Family, Spec, Colour) = (line.Number, line.Family, line.Spec, line.Colour);
        (Above, UpTo, HoldsFrom) = (above, line.Quantity, holdsFrom);
        (PromisedOn, Clause, Steps, IsHouseRule) = (promised.Value, promised.Clause.ToString(), StepText.Write(promised.Steps), promised.IsHouseRule);
    }

    private PromisedPart(PromisedPart part, decimal upTo, Instant holdsFrom)
    {
        Id = Guid.CreateVersion7();
        (LineNumber, Family, Spec, Colour) = (part.LineNumber, part.Family, part.Spec, part.Colour);
        (Above, UpTo, HoldsFrom) = (part.Above, upTo, holdsFrom);
        (PromisedOn, Clause, Steps, IsHouseRule) = (part.PromisedOn, part.Clause, part.Steps, part.IsHouseRule);
        (AgreedOn, AgreedBy) = (part.AgreedOn, part.AgreedBy);
    }

    public Guid Id { get; private set; }

    public int LineNumber { get; private set; }

    /// <summary>As the order said when it was promised; the promise keeps to it.</summary>
    public string Family { get; private set; } = "";

    public string Spec { get; private set; } = "";

    public string? Colour { get; private set; }

    /// <summary>How much of the line was promised before this part: what is shipped first counts for that.</summary>
    public decimal Above { get; private set; }

    /// <summary>How much of the line is promised with this part.</summary>
    public decimal UpTo { get; private set; }

    /// <summary>The last date on which it may ship by the regulation, in the company's zone.</summary>
    public LocalDate PromisedOn { get; private set; }

    public string Clause { get; private set; } = "";

    /// <summary>How the date came about, as <see cref="StepText"/> writes it.</summary>
    public string Steps { get; private set; } = "";

    public bool IsHouseRule { get; private set; }

    /// <summary>The later date that the dealer agreed to; null while the regulation's stands.</summary>
    public LocalDate? AgreedOn { get; private set; }

    /// <summary>The proposal that was agreed.</summary>
    public Guid? AgreedBy { get; private set; }

    /// <summary>Since when it is promised in this size; null from the confirmation on.</summary>
    public Instant? HoldsFrom { get; private set; }

    /// <summary>When the ERP struck it off or made it smaller; null while it holds.</summary>
    public Instant? HoldsUntil { get; private set; }

    /// <summary>The date that counts: the agreed one, else the regulation's.</summary>
    public LocalDate DueOn => AgreedOn ?? PromisedOn;

    public bool IsOpen => HoldsUntil is null;

    /// <summary>Whether it was promised in this size when a date began: a change in the course of a date counts from the next one on.</summary>
    public bool HeldAt(Instant startOfDate) => !(HoldsFrom >= startOfDate) && !(HoldsUntil < startOfDate);

    internal void Close(Instant now) => HoldsUntil = now;

    /// <summary>The same promise for less.</summary>
    internal PromisedPart Shrink(decimal upTo, Instant now)
    {
        Close(now);
        return new(this, upTo, now);
    }

    internal void Agree(LocalDate date, Guid proposal) => (AgreedOn, AgreedBy) = (date, proposal);
}
