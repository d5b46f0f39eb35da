using NodaTime;

namespace DealerPortal.Domain.Time;

/// <content>When a clock runs out, with its pauses given back.</content>
public sealed partial class WorkingCalendar
{
    /// <summary>When a clock that starts at an instant runs out. Only open time inside a pause is given back.</summary>
    /// <remarks>Open time is counted around the pauses. For working days the deadline comes first; the open time paused before it is then added,
    /// again around what pauses follow.</remarks>
    public Deadline Due(Instant start, ClockLength length, Pauses? pauses = null)
    {
        var without = After(start, length);
        var (at, held) = (without, pauses ?? Pauses.None);
        if (held.Spans.Length > 0)
        {
            var paused = length is ClockLength.WorkingDays ? PausedOpenTime(start, without, held) : Duration.Zero;
            at = length is ClockLength.OpenTime open ? Around(start, open.Length, held)
                : paused > Duration.Zero ? Around(without, paused, held)
                : without;
        }

        return new(at, without, PausedOpenTime(start, at, held), held.RunningSince < at, ProvisionalYears(start, at));
    }

    /// <summary>The same backwards: the latest start from which the clock would not run out before an instant.</summary>
    public Deadline LatestStart(Instant end, ClockLength length, Pauses? pauses = null)
    {
        var without = Before(end, length);
        var (at, held) = (without, pauses ?? Pauses.None);
        if (held.Spans.Length > 0)
        {
            var paused = length is ClockLength.WorkingDays ? PausedOpenTime(without, end, held) : Duration.Zero;
            at = length is ClockLength.OpenTime open ? AroundBackwards(end, open.Length, held)
                : paused > Duration.Zero ? AroundBackwards(without, paused, held)
                : without;
        }

        return new(at, without, PausedOpenTime(at, end, held), held.RunningSince < end, ProvisionalYears(at, end));
    }

    private Instant After(Instant start, ClockLength length) => length switch
    {
        ClockLength.OpenTime open => AddOpenTime(start, open.Length),
        ClockLength.WorkingDays days => WorkingDayAfter(DateOf(start), days.Days, days.EventDay) is var date && days.End == DayEnd.CloseOfDay
            ? ClosingOf(date)
            : days.End == DayEnd.Midnight ? EndOf(date) : At(date + TimeOf(start)),
        _ => throw new ArgumentOutOfRangeException(nameof(length)),
    };

    private Instant Before(Instant end, ClockLength length) => length switch
    {
        ClockLength.OpenTime open => SubtractOpenTime(end, open.Length),
        ClockLength.WorkingDays days => WorkingDayBefore(DateOf(end), days.Days, days.EventDay) is var date && days.End == DayEnd.CloseOfDay
            ? OpeningOf(date)
            : days.End == DayEnd.Midnight ? StartOf(date) : At(date + TimeOf(end)),
        _ => throw new ArgumentOutOfRangeException(nameof(length)),
    };

    private LocalTime TimeOf(Instant instant) => instant.InZone(Zone).TimeOfDay;

    private Instant Around(Instant from, Duration length, Pauses pauses)
    {
        foreach (var pause in pauses.Spans.Where(pause => pause.End > from))
        {
            var open = pause.Start > from ? OpenTime(from, pause.Start) : Duration.Zero;
            if (open >= length) break;
            (from, length) = (pause.End, length - open);
        }

        return AddOpenTime(from, length);
    }

    private Instant AroundBackwards(Instant to, Duration length, Pauses pauses)
    {
        foreach (var pause in pauses.Spans.Reverse().Where(pause => pause.Start < to))
        {
            var open = pause.End < to ? OpenTime(pause.End, to) : Duration.Zero;
            if (open >= length) break;
            (to, length) = (pause.Start, length - open);
        }

        return SubtractOpenTime(to, length);
    }
}
