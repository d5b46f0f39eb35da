using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>What a clock says, reckoned from what happened to it, the figures of its edition, and the calendar. Nothing else goes in.</summary>
/// <param name="DueAt">Exclusive: what is done at this instant is late. With a pause still running, what it would be if the pause ended as of now.</param>
/// <param name="FirstDueAt">The end before any extension.</param>
public sealed record ClockReading(
    Instant StartedAt, Instant DueAt, Instant FirstDueAt, Deadline Deadline, Instant? MetAt, Instant? PausedSince, IReadOnlyList<ClockEvent> Events)
{
    private Lazy<IReadOnlyList<Instant>> LazyWarnings { get; init; } = new(() => []);

    public bool IsOpen => MetAt is null;

    public bool IsPaused => PausedSince is not null && IsOpen;

    /// <summary>The instants after the parts of its open time at which its owner is warned, rising.</summary>
    public IReadOnlyList<Instant> Warnings => LazyWarnings.Value;

    /// <summary>Years it touches whose holidays are not published yet: the date may move when they are.</summary>
    public IReadOnlyList<int> ProvisionalYears { get; init; } = [];

    /// <summary>Reckons the clock. The order in which the events are handed over does not matter.</summary>
    /// <param name="asOf">Until when a running pause is known to last; the last event when not given. Without a running pause it changes nothing.</param>
    public static ClockReading Of(IEnumerable<ClockEvent> happened, ClockRule rule, IReadOnlyList<int> warnAfter, WorkingCalendar calendar, Instant? asOf = null)
    {
        var events = happened.OrderBy(one => one.At).ThenBy(one => one.What).ThenBy(one => one.Id).ToList();
        var started = events.Find(one => one.What is ClockHappening.Started) ?? throw new ArgumentException("A clock begins with its start.", nameof(happened));
        var pauses = StandingStill.Of(events).AsOf(asOf ?? events[^1].At);
        var deadline = calendar.Due(started.At, rule.Length, pauses);
        var due = Extend(deadline.At, events, pauses, calendar);
        var met = events.Find(one => one.What is ClockHappening.Met)?.At;
        return new(started.At, due, deadline.At, deadline, met, pauses.RunningSince, events)
        {
            // Most who ask for the end do not ask for the warnings.
            LazyWarnings = new(() => WarningsOf(started.At, due, pauses, warnAfter, calendar)),
            ProvisionalYears = due == deadline.At ? deadline.ProvisionalYears : calendar.ProvisionalYears(started.At, due),
        };
    }

    /// <summary>When the time ran out, as of an instant; null when it had not.</summary>
    public Instant? CrossedAt(Instant now) => IsPaused ? null : (MetAt ?? now) >= DueAt ? DueAt : null;

    public TimeKept Kept(Instant now) => CrossedAt(now) is not null ? TimeKept.Late
        : MetAt is not { } met ? TimeKept.Running
        : met < FirstDueAt ? TimeKept.InTime : TimeKept.InTimeAfterExtension;

    // An extension holds from its last consent on, and only when that came while the old date still stood.
    private static Instant Extend(Instant due, List<ClockEvent> events, Pauses pauses, WorkingCalendar calendar)
    {
        foreach (var extension in events.Where(one => one.What is ClockHappening.Extended))
        {
            if (extension.At >= due || extension.NewDueAt is not { } later || later <= due) continue;
            var paused = pauses.Spans.Length == 0 ? Duration.Zero : calendar.PausedOpenTime(extension.At, later, pauses);
            due = paused > Duration.Zero ? calendar.AddOpenTime(later, paused) : later;
        }
        return due;
    }

    // Counted back from the end, so that what pauses and extensions gave moves the warnings too.
    private static List<Instant> WarningsOf(Instant start, Instant due, Pauses pauses, IReadOnlyList<int> warnAfter, WorkingCalendar calendar)
    {
        var open = calendar.OpenTime(start, due, pauses);
        return open <= Duration.Zero ? [] : [.. warnAfter.Select(part => calendar.SubtractOpenTime(due, open * ((100 - part) / 100.0)))];
    }
}
