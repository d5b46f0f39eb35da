using System.Globalization;
using DealerPortal.Domain.Time;
using DealerPortal.Tests.Policies;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Tests.Time;

/// <summary>Calendars the tests of time speak about.</summary>
internal static class Calendars
{
    public static readonly HolidayBook China = Books.Edition.Calendar.Rules.Holidays;

    /// <summary>Monday to Friday, 08:00-12:00 and 13:30-17:30, mainland holidays.</summary>
    public static readonly CalendarRules FactoryRules = new(Zone("Asia/Shanghai"), WeekHours.MondayToFriday(Hours("08:00-12:00, 13:30-17:30")), China);

    public static readonly WorkingCalendar Factory = new(FactoryRules);

    public static readonly WorkingCalendar AroundTheClock = new(new(Zone("Asia/Shanghai"), WeekHours.Always, HolidayBook.None));

    public static DateTimeZone Zone(string id) => DateTimeZoneProviders.Tzdb[id];

    public static DayHours Hours(string text) => DayHours.TryParse(text) ?? throw new FormatException(text);

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text.Length > 5 ? text : "2026-" + text).GetValueOrThrow();

    public static Duration Span(string text) => DurationPattern.CreateWithInvariantCulture("H:mm").Parse(text).GetValueOrThrow();

    /// <summary>Without holidays, in a zone of its own.</summary>
    public static WorkingCalendar In(string zone, WeekHours week) => new(new(Zone(zone), week, HolidayBook.None));

    /// <summary>A local time of the calendar's zone that exists there once: <c>2026-03-02 09:10</c>.</summary>
    public static Instant Moment(this WorkingCalendar calendar, string text) =>
        LocalDateTimePattern.Create("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture).Parse(text).GetValueOrThrow().InZoneStrictly(calendar.Zone).ToInstant();

    /// <summary>From one instant to another, both in Shanghai; without an end it is still running.</summary>
    public static Interval Pause(string from, string? to = null) => new(Support.Shanghai.At(from), to is null ? null : Support.Shanghai.At(to));

    public static Pauses Paused(params Interval[] pauses) => new(pauses, NodaConstants.UnixEpoch);
}
