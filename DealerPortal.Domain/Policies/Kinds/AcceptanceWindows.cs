using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>How long a dealer may take to answer for goods picked up, by family and quantity, and what silence means.</summary>
public sealed class AcceptanceWindows : Rule
{
    private readonly Dictionary<string, WindowRow[]> rowsOf;

    internal AcceptanceWindows(Heading head, Terms terms, Func<AcceptanceWindows, IEnumerable<PackExample>> examples) : base(head)
    {
        (Rows, Late, Silence, RecordBackAtMost, RecordBackReason) = (terms.Rows, terms.Late, terms.Silence, terms.RecordBackAtMost, terms.RecordBackReason);
        rowsOf = Rows.SelectMany(row => row.Families).Distinct().ToDictionary(family => family, family => Rows.Where(row => row.Families.Contains(family)).ToArray());
        Examples = [.. examples(this)];
    }

    public IReadOnlyList<WindowRow> Rows { get; }

    public LatePickUp Late { get; }

    public Silence Silence { get; }

    /// <summary>How far back from now a pick-up may still be recorded.</summary>
    public Ruling<Duration> RecordBackAtMost { get; }

    /// <summary>Why the pack sets that bound; null where the regulation does.</summary>
    public Bilingual? RecordBackReason { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    /// <summary>The window of one family in one pick-up, by the family's total quantity in it.</summary>
    /// <param name="quantity">In the family's measure, more than zero.</param>
    /// <param name="calendar">For the zone and its days alone: windows know no holidays.</param>
    public Ruling<Window> For(string family, decimal quantity, Instant pickedUp, WorkingCalendar calendar)
    {
        var row = RowFor(family, quantity);
        var isLate = pickedUp.InZone(calendar.Zone).TimeOfDay >= Late.From;
        var start = isLate ? calendar.At(calendar.DateOf(pickedUp).PlusDays(1).At(Late.CountsFrom)) : pickedUp;
        Step counts = isLate
            ? new("window.counts-from-next-opening", Fact.At(pickedUp), Fact.AtTime(Late.From), Fact.At(start), Fact.Of(Late.Clause))
            : new("window.counts-from-pick-up", Fact.At(pickedUp), Fact.AtTime(Late.From));
        // The opening is a house rule, and only where hours are counted from it does it move the end.
        var isHouseRule = row.HouseRule is not null || (isLate && Late.HouseRule is not null && row.Within is Within.Hours);

        return new(new(start, row.Within.EndFrom(start, calendar)), row.Clause,
            [counts, row.Explain(family, quantity), row.Within.Explain(start, calendar), new("window.silence-accepted", Fact.Of(Silence.Clause))], isHouseRule);
    }

    private WindowRow RowFor(string family, decimal quantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
        return rowsOf.TryGetValue(family, out var rows)
            ? rows.Single(row => row.Holds(family, quantity))
            : throw new ArgumentException($"No family '{family}' in {Head.Clause}; it knows {string.Join(", ", rowsOf.Keys)}.", nameof(family));
    }

    internal sealed record Terms(IReadOnlyList<WindowRow> Rows, LatePickUp Late, Silence Silence, Ruling<Duration> RecordBackAtMost, Bilingual? RecordBackReason);
}
