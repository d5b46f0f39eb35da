using System.Text;
using DealerPortal.Domain.Time;

namespace DealerPortal.Domain.Policies;

/// <summary>A year of public holidays as the text that <see cref="PackReader.ReadHolidays"/> reads.</summary>
public static class HolidayText
{
    public static string Write(HolidayYear year)
    {
        var text = new StringBuilder().Append(System.Globalization.CultureInfo.InvariantCulture, $"year: {year.Year}\nsources:\n");
        foreach (var source in year.Sources) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  - {source}\n");
        if (year.Sources.IsEmpty) text.Append("  - https://\n");
        text.Append("days:\n");
        foreach (var day in year.Days) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  - {{ date: {day.Date:uuuu-MM-dd}, name: {day.Name}, is: {(day.IsOff ? "off" : "make-up")} }}\n");
        return text.ToString();
    }
}
