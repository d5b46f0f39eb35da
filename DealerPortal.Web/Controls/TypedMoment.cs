using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace DealerPortal.Web.Controls;

/// <summary>Dates and times as people type them: <c>2026-03-02</c>, <c>2026/3/2</c>, <c>20260302</c>, <c>3-2</c>, <c>3月2日</c>; <c>14:30</c>, <c>1430</c>, <c>9</c>.</summary>
public static partial class TypedMoment
{
    /// <summary>The day that was typed; without a year it is the one nearest to <paramref name="today"/>. Null where it is none.</summary>
    public static LocalDate? Date(string text, LocalDate today)
    {
        var match = DatePattern().Match(Narrow(text));
        if (!match.Success) return null;
        var (month, day) = (Part(match, "m"), Part(match, "d"));
        if (match.Groups["y"].Success) return Day(Part(match, "y"), month, day);
        return new[] { today.Year - 1, today.Year, today.Year + 1 }.Select(year => Day(year, month, day)).OfType<LocalDate>()
            .OrderBy(date => Math.Abs(Period.DaysBetween(today, date))).Cast<LocalDate?>().FirstOrDefault();
    }

    /// <summary>The time of day that was typed; null where it is none.</summary>
    public static LocalTime? Time(string text)
    {
        var match = TimePattern().Match(Narrow(text));
        if (!match.Success) return null;
        var (hour, minute, second) = (Part(match, "h"), Part(match, "m"), Part(match, "s"));
        return hour < 24 && minute < 60 && second < 60 ? new LocalTime(hour, minute, second) : null;
    }

    /// <summary>Both in one text, as a value is pasted: <c>2026-03-02T14:30</c>, <c>3-2 14:30</c>.</summary>
    public static (LocalDate Date, LocalTime Time)? Both(string text, LocalDate today) =>
        Narrow(text).Split([' ', 'T'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var date, var time] && Date(date, today) is { } day && Time(time) is { } at
            ? (day, at) : null;

    /// <summary>How a date stands in its field, the same in both languages.</summary>
    public static string Show(LocalDate? date) => date?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";

    public static string Show(LocalTime? time) => time?.ToString(time.Value.Second == 0 ? "HH:mm" : "HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    private static LocalDate? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    private static int Part(Match match, string name) => match.Groups[name] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // Digits and signs of full width, as a Chinese keyboard gives them, mean the same.
    private static string Narrow(string text) => text.Normalize(System.Text.NormalizationForm.FormKC).Trim();

    [GeneratedRegex(@"^(?:(?:(?<y>\d{4})\s*[-/.年]\s*)?(?<m>\d{1,2})\s*[-/.月]\s*(?<d>\d{1,2})\s*[日号]?|(?<y>\d{4})(?<m>\d{2})(?<d>\d{2}))$", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^(?:(?<h>\d{1,2})\s*[:.时点]\s*(?<m>\d{1,2})(?:\s*[:.分]\s*(?<s>\d{1,2})\s*秒?)?\s*分?|(?<h>\d{1,2})(?<m>\d{2})|(?<h>\d{1,2})\s*[时点]?)$", RegexOptions.CultureInvariant)]
    private static partial Regex TimePattern();
}
