using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>Working days and opening hours in one zone: a closed value that answers every question about business time, forwards and backwards.</summary>
/// <remarks>Spans are half-open: at an opening it is open, at a closing it is not. Where the clocks change, lengths are real elapsed time. What the
/// calendar does not know is a <see cref="CalendarHorizonException"/>; what it knows only by law is provisional and can be asked for.
/// Here: what it is, and dates. The other parts: counting working days, open time, deadlines.</remarks>
public sealed partial class WorkingCalendar
{
    private readonly Timeline timeline;

    /// <exception cref="ArgumentException">The week has no open hour at all: no clock would ever run out.</exception>
    public WorkingCalendar(CalendarRules rules)
    {
        if (rules.Week.IsClosed) throw new ArgumentException("A working week needs at least one open span.", nameof(rules));
        Rules = rules;
        timeline = new(rules);
        Mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rules.ToString())))[..16];
    }

    public CalendarRules Rules { get; }

    public DateTimeZone Zone => Rules.Zone;

    /// <summary>Edition mark: equal for calendars that give equal answers by equal rules, different after any amendment.</summary>
    public string Mark { get; }

    /// <summary>A calendar in which this published year takes the place of the one known before, or of the provisional one.</summary>
    public WorkingCalendar With(HolidayYear year) => new(Rules with { Holidays = Rules.Holidays.With(year) });

    public LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    /// <summary>The date an event counts for when one at or after the cut-off counts for the next: 14:00:00.000 is already after 14:00.</summary>
    public LocalDate DateOf(Instant instant, LocalTime cutOff) =>
        instant.InZone(Zone) is var local && local.TimeOfDay >= cutOff ? local.Date.PlusDays(1) : local.Date;

    /// <summary>A local time that the clocks skip is moved forward by the gap; of one they repeat, the earlier is meant.</summary>
    public Instant At(LocalDateTime local) => Zone.AtLeniently(local).ToInstant();

    /// <summary>00:00 of the date, or its first instant where the clocks skip midnight.</summary>
    public Instant StartOf(LocalDate date) => Zone.AtStartOfDay(date).ToInstant();

    /// <summary>24:00 of the date, exclusive: an answer one tick earlier is in time, one at this instant is late.</summary>
    public Instant EndOf(LocalDate date) => StartOf(date.PlusDays(1));

    /// <summary>Has at least one open span.</summary>
    public bool IsWorkingDay(LocalDate date) => timeline.Year(date.Year).IsWorkingDay(date);

    public bool IsHoliday(LocalDate date) => Published(date) is { IsOff: true };

    public bool IsHoliday(Instant instant) => IsHoliday(DateOf(instant));

    public bool IsMakeUpDay(LocalDate date) => Published(date) is { IsOff: false };

    /// <summary>What the public holidays say of the date: the day off or make-up day with its name, or null.</summary>
    public HolidayDay? Published(LocalDate date) => timeline.Year(date.Year).Published(date);

    /// <summary>The date's hours on the clock face, after holidays, special hours and breaks.</summary>
    public DayHours HoursOn(LocalDate date) => Rules.On(date, Published(date));

    /// <summary>The first opening of a working day.</summary>
    /// <exception cref="ArgumentException">The date is no working day.</exception>
    public Instant OpeningOf(LocalDate date) => EpochNanoseconds.InstantAt(WorkingHours(date).Opens);

    /// <summary>The last closing of a working day.</summary>
    /// <exception cref="ArgumentException">The date is no working day.</exception>
    public Instant ClosingOf(LocalDate date) => EpochNanoseconds.InstantAt(WorkingHours(date).Closes);

    /// <summary>The holidays of the date's year are not published yet; only what the law itself fixes is known.</summary>
    public bool IsProvisional(LocalDate date) => Rules.Holidays.IsProvisional(date.Year);

    /// <summary>The provisional years that a span of dates touches, both ends included.</summary>
    public IReadOnlyList<int> ProvisionalYears(LocalDate from, LocalDate through)
    {
        if (from > through) throw new ArgumentException($"{from:uuuu-MM-dd} comes after {through:uuuu-MM-dd}.", nameof(through));
        return from.Year == through.Year && !Rules.Holidays.IsProvisional(from.Year) ? []
            : [.. Enumerable.Range(from.Year, through.Year - from.Year + 1).Where(Rules.Holidays.IsProvisional)];
    }

    /// <summary>The provisional years that a span of time touches; its end is exclusive, so 24:00 of 31 December touches no next year.</summary>
    public IReadOnlyList<int> ProvisionalYears(Instant from, Instant to) =>
        ProvisionalYears(DateOf(from), DateOf(to > from ? to - Duration.Epsilon : to));

    private (long Opens, long Closes) WorkingHours(LocalDate date) => timeline.Year(date.Year).HoursOf(date)
        ?? throw new ArgumentException($"{date:uuuu-MM-dd} is no working day.", nameof(date));
}
