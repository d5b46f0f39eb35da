using System.Globalization;
using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>The days off that a country's law fixes by itself, known before the government publishes the year's arrangement.</summary>
public sealed class StatutoryDays
{
    private static readonly ChineseLunisolarCalendar Lunar = new();

    private readonly Func<int, IEnumerable<HolidayDay>> days;

    private StatutoryDays(string code, int firstYear, int lastYear, Func<int, IEnumerable<HolidayDay>> days) =>
        (Code, FirstYear, LastYear, this.days) = (code, firstYear, lastYear, days);

    /// <summary>PRC Regulation on Public Holidays (全国年节及纪念日放假办法) art. 2 as in force since 2025-01-01: thirteen days.</summary>
    /// <remarks>Only these: the exchange of weekends (调休) and the days given for a holiday on a weekend (art. 6) exist once they are published.
    /// To 2099, where the formula for Qingming and the lunar tables end.</remarks>
    public static StatutoryDays China { get; } = new("cn", 2000, 2099, ChineseDays);

    /// <summary>Country code in lower case, such as <c>cn</c>.</summary>
    public string Code { get; }

    public int FirstYear { get; }

    public int LastYear { get; }

    /// <summary>The law of a country by its code, or null when none is known here.</summary>
    public static StatutoryDays? Named(string code) => code == China.Code ? China : null;

    public bool Knows(int year) => year >= FirstYear && year <= LastYear;

    /// <summary>The provisional year. Holidays that meet on one date are one day with both names.</summary>
    public HolidayYear Of(int year) => Knows(year)
        ? new(year, days(year).GroupBy(day => day.Date).Select(same => new HolidayDay(same.Key, string.Join('、', same.Select(day => day.Name)), true)))
        { IsProvisional = true }
        : throw new CalendarHorizonException(year, $"{FirstYear} to {LastYear}");

    private static IEnumerable<HolidayDay> ChineseDays(int year)
    {
        var newYear = FromLunar(year, 1, 1);
        return
        [
            Off(new(year, 1, 1), "元旦"),
            .. Enumerable.Range(-1, 4).Select(day => Off(newYear.PlusDays(day), "春节")), // the eve and the first three days
            Off(new(year, 4, Qingming(year)), "清明节"),
            Off(new(year, 5, 1), "劳动节"), Off(new(year, 5, 2), "劳动节"),
            Off(FromLunar(year, 5, 5), "端午节"),
            Off(FromLunar(year, 8, 15), "中秋节"),
            Off(new(year, 10, 1), "国庆节"), Off(new(year, 10, 2), "国庆节"), Off(new(year, 10, 3), "国庆节"),
        ];
    }

    private static HolidayDay Off(LocalDate date, string name) => new(date, name, true);

    /// <summary>Day in April on which the sun reaches 15 degrees of ecliptic longitude, Beijing time: floor(0.2422 y + 4.81) - floor(y / 4), y the year
    /// in its century; the customary formula of the Chinese almanac, right for 2000 to 2099.</summary>
    private static int Qingming(int year) => (int)decimal.Floor((year % 100 * 0.2422m) + 4.81m) - (year % 100 / 4);

    /// <summary>A leap month stands in the count of months after the month it repeats; a festival is in the first of the two.</summary>
    private static LocalDate FromLunar(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        return LocalDate.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }
}
