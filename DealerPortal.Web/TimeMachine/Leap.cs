using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Web.TimeMachine;

/// <summary>Where the clock is to go, as the form of the time machine says it.</summary>
public static class Leap
{
    public const string Hour = "hour";
    public const string FourHours = "four-hours";
    public const string Morning = "morning";
    public const string EndOfDay = "end-of-day";
    public const string At = "at";

    private static readonly LocalTime Opening = new(8, 0);

    /// <summary>The leaps that need no date, in the order of the buttons.</summary>
    public static IReadOnlyList<string> All { get; } = [Hour, FourHours, Morning, EndOfDay];

    /// <param name="at">For <see cref="At"/>: date and time in the company's zone, as a browser sends them.</param>
    /// <returns>Null where nothing sensible was asked.</returns>
    public static Instant? From(Instant now, string? leap, string? at, DateTimeZone zone)
    {
        var today = now.InZone(zone);
        return leap switch
        {
            Hour => now + Duration.FromHours(1),
            FourHours => now + Duration.FromHours(4),
            Morning => zone.AtLeniently((today.TimeOfDay < Opening ? today.Date : today.Date.PlusDays(1)) + Opening).ToInstant(),
            EndOfDay => zone.AtStartOfDay(today.Date.PlusDays(1)).ToInstant(),
            At => Read(at) is { } local ? zone.AtLeniently(local).ToInstant() : null,
            _ => null,
        };
    }

    // Browsers leave the seconds out when they are zero.
    private static LocalDateTime? Read(string? at) =>
        LocalDateTimePattern.ExtendedIso.Parse(at is { Length: 16 } ? at + ":00" : at ?? "") is { Success: true } read ? read.Value : null;
}
