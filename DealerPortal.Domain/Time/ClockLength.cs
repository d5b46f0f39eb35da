using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>How long a clock runs: so much open time, or so many working days.</summary>
public abstract record ClockLength
{
    private ClockLength() { }

    /// <summary>Open time only; outside the hours the clock stands still.</summary>
    public sealed record OpenTime : ClockLength
    {
        /// <exception cref="ArgumentOutOfRangeException">Zero or negative.</exception>
        public OpenTime(Duration length) => Length = length > Duration.Zero
            ? length
            : throw new ArgumentOutOfRangeException(nameof(length), length, "A clock runs for more than no time.");

        public Duration Length { get; }
    }

    /// <summary>Whole working days.</summary>
    public sealed record WorkingDays : ClockLength
    {
        /// <exception cref="ArgumentOutOfRangeException">Zero or negative.</exception>
        public WorkingDays(int days, DayEnd end = DayEnd.CloseOfDay, EventDay eventDay = EventDay.NotCounted)
        {
            if (days < 1) throw new ArgumentOutOfRangeException(nameof(days), days, "A clock runs for at least one working day.");
            (Days, End, EventDay) = (days, end, eventDay);
        }

        public int Days { get; }

        public DayEnd End { get; }

        public EventDay EventDay { get; }
    }
}
