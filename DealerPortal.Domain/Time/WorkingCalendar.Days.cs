using NodaTime;

namespace DealerPortal.Domain.Time;

/// <content>Counting working days.</content>
public sealed partial class WorkingCalendar
{
    /// <summary>The n-th working day after a date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is zero or negative.</exception>
    public LocalDate WorkingDayAfter(LocalDate date, int n, EventDay eventDay = EventDay.NotCounted)
    {
        var plan = timeline.Year(date.Year);
        var before = eventDay == EventDay.Counted ? plan.WorkingDaysBefore(date) : plan.WorkingDaysThrough(date);
        return timeline.WorkingDay(plan, before + Positive(n) - 1);
    }

    /// <summary>The n-th working day before a date.</summary>
    /// <exception cref="ArgumentOutOfRangeException">n is zero or negative.</exception>
    public LocalDate WorkingDayBefore(LocalDate date, int n, EventDay eventDay = EventDay.NotCounted)
    {
        var plan = timeline.Year(date.Year);
        var before = eventDay == EventDay.Counted ? plan.WorkingDaysThrough(date) : plan.WorkingDaysBefore(date);
        return timeline.WorkingDay(plan, before - Positive(n));
    }

    /// <summary>The date itself when it is a working day, otherwise the next one.</summary>
    public LocalDate WorkingDayOnOrAfter(LocalDate date) => WorkingDayAfter(date, 1, EventDay.Counted);

    /// <summary>The date itself when it is a working day, otherwise the one before.</summary>
    public LocalDate WorkingDayOnOrBefore(LocalDate date) => WorkingDayBefore(date, 1, EventDay.Counted);

    /// <summary>How many working days lie in the span of dates, the last date excluded.</summary>
    /// <exception cref="ArgumentException">The span is reversed.</exception>
    public int WorkingDaysBetween(LocalDate from, LocalDate to) => from <= to
        ? timeline.WorkingDays(from, to)
        : throw new ArgumentException($"{from:uuuu-MM-dd} comes after {to:uuuu-MM-dd}.", nameof(to));

    private static int Positive(int days) => days > 0
        ? days
        : throw new ArgumentOutOfRangeException(nameof(days), days, "Count at least one working day.");
}
