using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>One year worked out once: its open spans as instants, its working days, and running totals of both, so that no question walks day by day.</summary>
/// <remarks>Instants are nanoseconds since 1970-01-01T00:00Z. Spans are sorted, apart, and each lies inside its date; a span that goes on at
/// midnight is two here, and is joined by who asks.</remarks>
internal sealed class YearPlan
{
    private readonly HolidayDay?[] published;
    private readonly int[] firstSpan;      // per day and one more: the spans of day d are firstSpan[d] .. firstSpan[d + 1]
    private readonly long[] openBefore;    // per span and one more: open nanoseconds of the year before it
    private readonly int[] workingBefore;  // per day and one more: working days of the year before it
    private readonly int[] workingDays;    // the day of the year, from 0, of each working day

    public YearPlan(CalendarRules rules, int year)
    {
        Year = year;
        IsProvisional = rules.Holidays.IsProvisional(year);
        var dates = Enumerable.Range(0, CalendarSystem.Iso.GetDaysInYear(year)).Select(new LocalDate(year, 1, 1).PlusDays).ToList();
        published = [.. dates.Select(rules.Holidays.DaysOf(year))];
        var midnights = dates.Append(new(year + 1, 1, 1)).Select(date => EpochNanoseconds.Of(rules.Zone.AtStartOfDay(date).ToInstant())).ToArray();
        (Start, End) = (midnights[0], midnights[^1]);

        var spans = dates.Select((date, day) => SpansOf(rules, date, rules.On(date, published[day]), midnights[day], midnights[day + 1])).ToList();
        Starts = [.. spans.SelectMany(day => day).Select(span => span.Start)];
        Ends = [.. spans.SelectMany(day => day).Select(span => span.End)];
        firstSpan = Totals(spans, 0, (sum, day) => sum + day.Count);
        openBefore = Totals(Enumerable.Range(0, Starts.Length), 0L, (sum, span) => sum + Ends[span] - Starts[span]);
        workingBefore = Totals(spans, 0, (sum, day) => sum + Math.Sign(day.Count));
        workingDays = [.. Enumerable.Range(0, spans.Count).Where(day => spans[day].Count > 0)];
    }

    public int Year { get; }

    public bool IsProvisional { get; }

    /// <summary>The first instant of 1 January.</summary>
    public long Start { get; }

    /// <summary>24:00 of 31 December, exclusive.</summary>
    public long End { get; }

    public long[] Starts { get; }

    public long[] Ends { get; }

    public long OpenTime => openBefore[^1];

    public int WorkingDays => workingDays.Length;

    public HolidayDay? Published(LocalDate date) => published[date.DayOfYear - 1];

    public bool IsWorkingDay(LocalDate date) => SpanCount(date) > 0;

    /// <summary>The first opening and the last closing of a date, or null when it is closed.</summary>
    public (long Opens, long Closes)? HoursOf(LocalDate date) =>
        SpanCount(date) > 0 ? (Starts[firstSpan[date.DayOfYear - 1]], Ends[firstSpan[date.DayOfYear] - 1]) : null;

    public int WorkingDaysBefore(LocalDate date) => workingBefore[date.DayOfYear - 1];

    public int WorkingDaysThrough(LocalDate date) => workingBefore[date.DayOfYear];

    /// <param name="ordinal">From 0.</param>
    public LocalDate WorkingDay(int ordinal) => new LocalDate(Year, 1, 1).PlusDays(workingDays[ordinal]);

    /// <summary>The first span that is not over yet at this instant; the count of spans when there is none.</summary>
    public int FirstEndingAfter(long instant) => FirstAbove(Ends, instant);

    /// <summary>The last span that has begun before this instant; -1 when there is none.</summary>
    public int LastStartingBefore(long instant) => FirstAbove(Starts, instant - 1) - 1;

    public long OpenBefore(long instant)
    {
        var span = FirstEndingAfter(instant);
        return openBefore[span] + (span < Starts.Length ? Math.Max(0, instant - Starts[span]) : 0);
    }

    /// <summary>The earliest instant before which so much of the year's open time lies: a closing rather than the opening after it.</summary>
    public long EarliestWith(long open)
    {
        var span = FirstAbove(openBefore, open - 1) - 1;
        return Starts[span] + open - openBefore[span];
    }

    /// <summary>The latest instant before which so much of the year's open time lies: an opening rather than the closing before it.</summary>
    public long LatestWith(long open)
    {
        var span = FirstAbove(openBefore, open) - 1;
        return Starts[span] + open - openBefore[span];
    }

    private int SpanCount(LocalDate date) => firstSpan[date.DayOfYear] - firstSpan[date.DayOfYear - 1];

    /// <summary>The spans of the clock face as instants. Where the clocks change they may meet, or vanish: what is left is joined and kept inside the date.</summary>
    private static List<(long Start, long End)> SpansOf(CalendarRules rules, LocalDate date, DayHours hours, long midnight, long nextMidnight)
    {
        var spans = new List<(long Start, long End)>();
        foreach (var span in hours.Spans.Select(span => (Start: InZone(span.Start), End: InZone(span.End))).OrderBy(span => span.Start))
        {
            var (start, end) = (Math.Max(span.Start, midnight), Math.Min(span.End, nextMidnight));
            if (start >= end) continue;
            if (spans.Count > 0 && spans[^1].End >= start) spans[^1] = (spans[^1].Start, Math.Max(spans[^1].End, end));
            else spans.Add((start, end));
        }

        return spans;

        long InZone(long face) => face == 0 ? midnight
            : face == NodaConstants.NanosecondsPerDay ? nextMidnight
            : EpochNanoseconds.Of(rules.Zone.AtLeniently(date.At(LocalTime.FromNanosecondsSinceMidnight(face))).ToInstant());
    }

    private static TSum[] Totals<T, TSum>(IEnumerable<T> items, TSum zero, Func<TSum, T, TSum> add)
    {
        var sums = new List<TSum> { zero };
        foreach (var item in items) sums.Add(add(sums[^1], item));
        return [.. sums];
    }

    /// <summary>Index of the first element greater than the value in a sorted array without equal neighbours.</summary>
    private static int FirstAbove(long[] sorted, long value)
    {
        var found = Array.BinarySearch(sorted, value);
        return found >= 0 ? found + 1 : ~found;
    }
}
