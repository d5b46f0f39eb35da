using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Tests.Support;

/// <summary>Instants as people say them in the company's zone.</summary>
public static class Shanghai
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly LocalDateTimePattern[] Patterns =
    [
        LocalDateTimePattern.Create("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture),
        LocalDateTimePattern.Create("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        LocalDateTimePattern.Create("uuuu-MM-dd HH:mm:ss.FFFFFFFFF", CultureInfo.InvariantCulture),
    ];

    /// <summary><c>2026-03-02 09:10</c>, or <c>03-02 09:10</c> for the year 2026; seconds and fractions may follow.</summary>
    public static Instant At(string text)
    {
        var full = text.IndexOf('-', StringComparison.Ordinal) == 4 ? text : "2026-" + text;
        var parsed = Patterns.Select(pattern => pattern.Parse(full)).First(result => result.Success);
        return parsed.Value.InZoneStrictly(Zone).ToInstant();
    }

    /// <summary>24:00 of the date, exclusive: <c>03-05</c> or <c>2026-03-05</c>.</summary>
    public static Instant EndOf(string date) =>
        Zone.AtStartOfDay(LocalDatePattern.Iso.Parse(date.Length > 5 ? date : "2026-" + date).Value.PlusDays(1)).ToInstant();
}
