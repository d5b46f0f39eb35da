using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Domain.Time;

/// <summary>One span inside a day, half-open: open at <see cref="From"/>, no longer open at <see cref="To"/>. It may end at 24:00.</summary>
public sealed record DaySpan
{
    private static readonly LocalTimePattern[] Patterns =
    [
        LocalTimePattern.Create("HH:mm", CultureInfo.InvariantCulture),
        LocalTimePattern.Create("HH:mm:ss", CultureInfo.InvariantCulture),
    ];

    /// <summary>Midnight as the end means 24:00 of the same day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is empty or reversed.</exception>
    public DaySpan(LocalTime from, LocalTime to)
        : this(from.NanosecondOfDay, to == LocalTime.Midnight ? NodaConstants.NanosecondsPerDay : to.NanosecondOfDay) { }

    /// <summary>Nanoseconds after midnight on the day's clock face.</summary>
    internal DaySpan(long start, long end)
    {
        (Start, End) = (start, end);
        if (start >= end) throw new ArgumentOutOfRangeException(nameof(end), $"{this} is empty or reversed.");
    }

    public static DaySpan WholeDay { get; } = new(LocalTime.Midnight, LocalTime.Midnight);

    public LocalTime From => LocalTime.FromNanosecondsSinceMidnight(Start);

    /// <summary>The first instant that is closed again; midnight when the span ends at 24:00.</summary>
    public LocalTime To => EndsAtMidnight ? LocalTime.Midnight : LocalTime.FromNanosecondsSinceMidnight(End);

    public bool EndsAtMidnight => End == NodaConstants.NanosecondsPerDay;

    internal long Start { get; }

    internal long End { get; }

    /// <summary>Reads <c>08:00-12:00</c>, also with seconds; the end may be <c>24:00</c>. Null when the text is anything else.</summary>
    public static DaySpan? TryParse(string text)
    {
        var ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || Nanoseconds(ends[0]) is not { } from) return null;
        var to = ends[1] is "24:00" or "24:00:00" ? NodaConstants.NanosecondsPerDay : Nanoseconds(ends[1]);
        return from < to ? new(from, to.Value) : null;
    }

    public override string ToString() => $"{Face(Start)}-{Face(End)}";

    private static long? Nanoseconds(string text) =>
        Patterns.Select(pattern => pattern.Parse(text)).FirstOrDefault(result => result.Success)?.Value.NanosecondOfDay;

    private static string Face(long nanoseconds) => nanoseconds >= NodaConstants.NanosecondsPerDay
        ? "24:00"
        : LocalTime.FromNanosecondsSinceMidnight(nanoseconds).ToString("HH:mm:ss.FFFFFFFFF", CultureInfo.InvariantCulture) is var face
            && face.EndsWith(":00", StringComparison.Ordinal) ? face[..5] : face;
}
