using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>The years of a calendar one after the other, each worked out when it is first needed.</summary>
/// <remarks>Two threads may work out the same year; either result is the same and one of them is kept.</remarks>
internal sealed class Timeline(CalendarRules rules)
{
    private readonly YearPlan?[] plans = new YearPlan?[rules.Holidays.LastYear - rules.Holidays.FirstYear + 1];

    /// <exception cref="CalendarHorizonException">The calendar does not know the year.</exception>
    public YearPlan Year(int year)
    {
        var index = year - rules.Holidays.FirstYear;
        if (index < 0 || index >= plans.Length) throw new CalendarHorizonException(year, $"{rules.Holidays.FirstYear} to {rules.Holidays.LastYear}");
        return Volatile.Read(ref plans[index]) ?? (plans[index] = new(rules, year));
    }

    /// <summary>The year that holds the instant.</summary>
    public YearPlan Holding(long instant)
    {
        var plan = Year(EpochNanoseconds.InstantAt(instant).InZone(rules.Zone).Year);
        return instant < plan.Start ? Year(plan.Year - 1) : instant >= plan.End ? Year(plan.Year + 1) : plan;
    }

    /// <summary>The year that holds what lies just before the instant, so that the end of the last known year can be an end.</summary>
    public YearPlan Ending(long instant) => Holding(instant - 1);

    public long OpenTime(long from, long to)
    {
        if (from == to) return 0;
        var (first, last) = (Holding(from), Ending(to));
        var open = last.OpenBefore(to) - first.OpenBefore(from);
        for (var year = first.Year; year < last.Year; year++) open += Year(year).OpenTime;
        return open;
    }

    public long Add(long from, long open)
    {
        var plan = Holding(from);
        for (open += plan.OpenBefore(from); open > plan.OpenTime; plan = Year(plan.Year + 1)) open -= plan.OpenTime;
        return plan.EarliestWith(open);
    }

    public long Subtract(long to, long open)
    {
        var plan = Ending(to);
        var left = plan.OpenBefore(to) - open;
        while (left < 0)
        {
            plan = Year(plan.Year - 1);
            left += plan.OpenTime;
        }

        return plan.LatestWith(left);
    }

    public LocalDate WorkingDay(YearPlan plan, int ordinal)
    {
        while (ordinal >= plan.WorkingDays)
        {
            ordinal -= plan.WorkingDays;
            plan = Year(plan.Year + 1);
        }

        while (ordinal < 0)
        {
            plan = Year(plan.Year - 1);
            ordinal += plan.WorkingDays;
        }

        return plan.WorkingDay(ordinal);
    }

    public int WorkingDays(LocalDate from, LocalDate to)
    {
        if (from == to) return 0;
        var last = to.PlusDays(-1);
        var days = Year(last.Year).WorkingDaysThrough(last) - Year(from.Year).WorkingDaysBefore(from);
        for (var year = from.Year; year < last.Year; year++) days += Year(year).WorkingDays;
        return days;
    }

    public bool IsOpen(long instant)
    {
        var plan = Holding(instant);
        var span = plan.FirstEndingAfter(instant);
        return span < plan.Starts.Length && plan.Starts[span] <= instant;
    }

    public long NextOpening(long instant)
    {
        var piece = FirstEndingAfter(instant);
        while (piece.Start <= instant || ComesOn(piece)) piece = After(piece);
        return piece.Start;
    }

    public long NextClosing(long instant)
    {
        var piece = FirstEndingAfter(instant);
        while (GoesOn(piece)) piece = After(piece);
        return piece.End;
    }

    public long PreviousOpening(long instant)
    {
        var piece = LastStartingBefore(instant);
        while (ComesOn(piece)) piece = Before(piece);
        return piece.Start;
    }

    public long PreviousClosing(long instant)
    {
        var piece = LastStartingBefore(instant);
        while (piece.End >= instant || GoesOn(piece)) piece = Before(piece);
        return piece.End;
    }

    /// <summary>The pieces between two instants, cut at both; a piece that only midnight parts from the one before is joined to it.</summary>
    public List<(long Start, long End)> Runs(long from, long to)
    {
        var runs = new List<(long Start, long End)>();
        var last = Ending(to).Year;
        for (var year = Holding(from).Year; year <= last; year++)
        {
            var plan = Year(year);
            for (var span = plan.FirstEndingAfter(from); span < plan.Starts.Length && plan.Starts[span] < to; span++)
            {
                var (start, end) = (Math.Max(from, plan.Starts[span]), Math.Min(to, plan.Ends[span]));
                if (runs.Count > 0 && runs[^1].End == start) runs[^1] = (runs[^1].Start, end);
                else runs.Add((start, end));
            }
        }

        return runs;
    }

    private Piece FirstEndingAfter(long instant) =>
        Holding(instant) is var plan && plan.FirstEndingAfter(instant) is var span && span < plan.Starts.Length
            ? new(plan, span)
            : FirstFrom(plan.Year + 1);

    private Piece LastStartingBefore(long instant) =>
        Ending(instant) is var plan && plan.LastStartingBefore(instant) is var span && span >= 0
            ? new(plan, span)
            : LastUntil(plan.Year - 1);

    private Piece After(Piece piece) => piece.IsLastOfYear ? FirstFrom(piece.Plan.Year + 1) : piece with { Span = piece.Span + 1 };

    private Piece Before(Piece piece) => piece.Span == 0 ? LastUntil(piece.Plan.Year - 1) : piece with { Span = piece.Span - 1 };

    private Piece FirstFrom(int year)
    {
        while (Year(year).Starts.Length == 0) year++;
        return new(Year(year), 0);
    }

    private Piece LastUntil(int year)
    {
        while (Year(year).Starts.Length == 0) year--;
        return new(Year(year), Year(year).Starts.Length - 1);
    }

    // The neighbouring year is asked only when the piece touches it: the end of what is known must not stand in the way of what is.
    private bool GoesOn(Piece piece) => piece.IsLastOfYear
        ? piece.End == piece.Plan.End && After(piece).Start == piece.End
        : After(piece).Start == piece.End;

    private bool ComesOn(Piece piece) => piece.Span == 0
        ? piece.Start == piece.Plan.Start && Before(piece).End == piece.Start
        : Before(piece).End == piece.Start;

    /// <summary>One span of one year's plan.</summary>
    private readonly record struct Piece(YearPlan Plan, int Span)
    {
        public long Start => Plan.Starts[Span];

        public long End => Plan.Ends[Span];

        public bool IsLastOfYear => Span == Plan.Starts.Length - 1;
    }
}
