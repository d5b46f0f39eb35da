using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Web.Callbacks;

/// <summary>A month as it stands in an address: <c>2026-03</c>.</summary>
public static class FigureMonth
{
    private static readonly LocalDatePattern Pattern = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");

    public static string Write(LocalDate date) => date.ToString("uuuu-MM", CultureInfo.InvariantCulture);

    /// <summary>Null for anything that is no month of this century.</summary>
    public static LocalDate? Read(string? text) => Pattern.Parse(text + "-01") is { Success: true, Value: { Year: >= 2000 and < 2100 } month } ? month : null;
}
