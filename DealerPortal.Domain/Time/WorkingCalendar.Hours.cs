using NodaTime;
using static DealerPortal.Domain.Time.EpochNanoseconds;

namespace DealerPortal.Domain.Time;

/// <content>Open time.</content>
public sealed partial class WorkingCalendar
{
    public bool IsOpen(Instant instant) => timeline.IsOpen(Of(instant));

    /// <summary>The instant itself when it is open, otherwise the next opening: where counting begins.</summary>
    public Instant OpenAtOrAfter(Instant instant) => IsOpen(instant) ? instant : NextOpening(instant);

    /// <summary>The first opening after the instant; one that falls on the instant is not after it.</summary>
    public Instant NextOpening(Instant instant) => InstantAt(timeline.NextOpening(Of(instant)));

    /// <summary>The first closing after the instant.</summary>
    public Instant NextClosing(Instant instant) => InstantAt(timeline.NextClosing(Of(instant)));

    /// <summary>The last opening before the instant.</summary>
    public Instant PreviousOpening(Instant instant) => InstantAt(timeline.PreviousOpening(Of(instant)));

    /// <summary>The last closing before the instant.</summary>
    public Instant PreviousClosing(Instant instant) => InstantAt(timeline.PreviousClosing(Of(instant)));

    /// <summary>The instant at which so much open time has passed. Time that runs out exactly at a closing ends there, not at the next opening.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is zero or negative.</exception>
    public Instant AddOpenTime(Instant from, Duration length) => InstantAt(timeline.Add(Of(from), Positive(length)));

    /// <summary>The instant from which so much open time leads up to this one. Time that begins exactly at an opening begins there, not at the closing before.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The length is zero or negative.</exception>
    public Instant SubtractOpenTime(Instant to, Duration length) => InstantAt(timeline.Subtract(Of(to), Positive(length)));

    /// <summary>Open time between two instants.</summary>
    /// <exception cref="ArgumentException">The span is reversed.</exception>
    public Duration OpenTime(Instant from, Instant to) => Duration.FromNanoseconds(timeline.OpenTime(Of(from), Of(NotBefore(from, to))));

    /// <summary>Open time between two instants with the pauses taken out.</summary>
    /// <exception cref="ArgumentException">The span is reversed.</exception>
    public Duration OpenTime(Instant from, Instant to, Pauses pauses) => OpenTime(from, to) - PausedOpenTime(from, to, pauses);

    /// <summary>Open time between two instants during which the clock stood still.</summary>
    public Duration PausedOpenTime(Instant from, Instant to, Pauses pauses)
    {
        NotBefore(from, to);
        var paused = Duration.Zero;
        foreach (var pause in pauses.Spans)
        {
            var (start, end) = (Instant.Max(from, pause.Start), Instant.Min(to, pause.End));
            if (start < end) paused += OpenTime(start, end);
        }

        return paused;
    }

    /// <summary>The unbroken spans of open time between two instants, cut at both.</summary>
    /// <exception cref="ArgumentException">The span is reversed.</exception>
    public IReadOnlyList<Interval> OpenSpans(Instant from, Instant to)
    {
        var (start, end) = (Of(from), Of(NotBefore(from, to)));
        return start == end ? [] : [.. timeline.Runs(start, end).Select(run => new Interval(InstantAt(run.Start), InstantAt(run.End)))];
    }

    private static Instant NotBefore(Instant from, Instant to) =>
        from <= to ? to : throw new ArgumentException($"{from} comes after {to}.", nameof(to));

    private static long Positive(Duration length) => length > Duration.Zero
        ? length.ToInt64Nanoseconds()
        : throw new ArgumentOutOfRangeException(nameof(length), length, "Count more than no time.");
}
