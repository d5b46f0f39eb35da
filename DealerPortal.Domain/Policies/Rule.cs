using DealerPortal.Domain.Policies.Reading;
using NodaTime;

namespace DealerPortal.Domain.Policies;

/// <summary>One clause group of an edition, read and proven: where it stands, what it is called, and its examples with their results.</summary>
public abstract class Rule
{
    private protected Rule(Heading head) => Head = head;

    public Heading Head { get; }

    /// <summary>The pack's own examples, worked by the rule. A pack in which one does not hold is not loaded.</summary>
    public abstract IReadOnlyList<PackExample> Examples { get; }

    /// <param name="Clause">The clause group as the regulation numbers it.</param>
    /// <param name="AppliesFrom">First date on which the clause reads like this; not later than its edition.</param>
    /// <param name="Kind">Name of the rule kind, such as <c>acceptance-windows</c>.</param>
    public sealed record Heading(Clause Clause, Bilingual Title, LocalDate AppliesFrom, string Kind, Place Place);
}
