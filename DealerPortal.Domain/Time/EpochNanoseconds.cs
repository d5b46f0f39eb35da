using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>Instants as 64-bit nanoseconds since 1970-01-01T00:00Z: exact, and quick to search in sorted arrays.</summary>
internal static class EpochNanoseconds
{
    private static readonly Instant First = Instant.FromUtc(1678, 1, 1, 0, 0), Last = Instant.FromUtc(2262, 1, 1, 0, 0);

    /// <exception cref="CalendarHorizonException">Too far away for any calendar.</exception>
    public static long Of(Instant instant) => instant >= First && instant < Last
        ? (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds()
        : throw new CalendarHorizonException(instant.InUtc().Year, "no year so far away");

    public static Instant InstantAt(long nanoseconds) => NodaConstants.UnixEpoch + Duration.FromNanoseconds(nanoseconds);
}
