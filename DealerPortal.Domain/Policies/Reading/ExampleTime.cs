using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Domain.Policies.Reading;

/// <summary>Deadlines as packs write them, in the company's zone: <c>2026-03-02 13:10</c>, or <c>end of 2026-03-02</c> for 24:00.</summary>
internal static class ExampleTime
{
    private const string EndOf = "end of ";
    private static readonly LocalDateTimePattern Exact = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss.FFFFFFFFF");
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static readonly PackForm<LocalDateTime?> Deadline = Forms.Scalar("a deadline such as 2026-03-02 13:10 or end of 2026-03-02", Parse);

    /// <summary>The same form back, for a problem's words.</summary>
    public static string Say(Fact fact, DateTimeZone zone)
    {
        if (fact.Kind != 'i') return fact.Value;

        var local = InstantPattern.ExtendedIso.Parse(fact.Value).Value.InZone(zone).LocalDateTime;
        return local.TimeOfDay == LocalTime.Midnight ? EndOf + LocalDatePattern.Iso.Format(local.Date.PlusDays(-1))
            : (local.Second == 0 && local.NanosecondOfSecond == 0 ? Minute : Exact).Format(local);
    }

    private static LocalDateTime? Parse(string text) => text.StartsWith(EndOf, StringComparison.Ordinal)
        ? Forms.ParseDate(text[EndOf.Length..])?.PlusDays(1).AtMidnight()
        : Forms.ParseDateAndTime(text);
}
