using System.Globalization;
using DealerPortal.Domain;
using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Web.Words;

/// <summary>Dates and times as people of the company say them: its zone, the reader's language, the year only where it is another one.</summary>
public sealed class Moments(IClock clock, PolicyBook book)
{
    private static readonly string[] ChineseDays = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];

    /// <summary>The zone of the company's calendar: the one place that screens take it from.</summary>
    public DateTimeZone Zone => book.Own.Last().Calendar.Zone;

    /// <summary><c>3月2日 周一 14:20</c>, <c>Mon 2 Mar 14:20</c>. Exact midnight is the end of the day before it: <c>3月5日 周四 24:00</c>.</summary>
    /// <remarks>Deadlines are exclusive instants, and nothing a person does falls on midnight to the tick.</remarks>
    public string Show(Instant instant)
    {
        var local = instant.InZone(Zone).LocalDateTime;
        return local.TimeOfDay == LocalTime.Midnight
            ? $"{Show(local.Date.PlusDays(-1))} 24:00"
            : $"{Show(local.Date)} {Show(local.TimeOfDay)}";
    }

    /// <summary>What the clock on the wall says at the instant.</summary>
    public LocalDateTime Here(Instant instant) => instant.InZone(Zone).LocalDateTime;

    /// <summary>The same with seconds and always with the year: for what is filed.</summary>
    public string ShowExactly(Instant instant)
    {
        var local = instant.InZone(Zone).LocalDateTime;
        return $"{Show(local.Date, withYear: true)} {local.TimeOfDay.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}";
    }

    /// <summary><c>3月2日 周一</c>, <c>Mon 2 Mar</c>; with the year where it is not the present one.</summary>
    public string Show(LocalDate date) => Show(date, date.Year != Today.Year);

    /// <summary>Hours and minutes: <c>14:20</c>.</summary>
    public static string Show(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    public LocalDate Today => clock.GetCurrentInstant().InZone(Zone).Date;

    /// <summary>The end of the company's day, exclusive.</summary>
    public Instant EndOfToday => Today.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant();

    /// <summary>A span in its two largest parts, days and hours or hours and minutes, rounded down: what is left is never overstated.</summary>
    public static Fact[] PartsOf(Duration span) => span < Duration.FromDays(1)
        ? span < Duration.FromHours(1) ? [Fact.Number(span.Minutes)] : [Fact.Number(span.Hours), Fact.Number(span.Minutes)]
        : [Fact.Number(span.Days), Fact.Number(span.Hours)];

    private static string Show(LocalDate date, bool withYear)
    {
        if (!Wording.IsEnglish) return (withYear ? $"{date.Year}年" : "") + $"{date.Month}月{date.Day}日 {ChineseDays[(int)date.DayOfWeek - 1]}";
        return date.ToString(withYear ? "ddd d MMM uuuu" : "ddd d MMM", CultureInfo.InvariantCulture);
    }
}
