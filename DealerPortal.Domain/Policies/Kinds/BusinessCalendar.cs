using DealerPortal.Domain.Time;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>The company's working days and hours, on which the clocks of the other clauses run.</summary>
public sealed class BusinessCalendar : Rule
{
    internal BusinessCalendar(Heading head, WorkingCalendar calendar, IReadOnlyList<WeekRow> week, Terms terms, IEnumerable<PackExample> examples) : base(head)
    {
        (Calendar, Week, Country, HouseRule) = (calendar, week, terms.Country, terms.HouseRule);
        Examples = [.. examples];
    }

    public WorkingCalendar Calendar { get; }

    public IReadOnlyList<WeekRow> Week { get; }

    /// <summary>Whose public holidays are kept, such as <c>cn</c>; null for none.</summary>
    public string? Country { get; }

    /// <summary>Why the pack fills in the hours; null where the regulation names them.</summary>
    public Bilingual? HouseRule { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    /// <summary>The same rule with another year's holidays known.</summary>
    internal BusinessCalendar On(WorkingCalendar calendar) => new(Head, calendar, Week, new(Country, HouseRule), Examples);

    internal sealed record Terms(string? Country, Bilingual? HouseRule);
}
