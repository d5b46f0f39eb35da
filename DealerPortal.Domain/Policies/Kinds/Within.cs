using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>How long a window lasts. Plain clock and calendar time throughout: unlike the complaint clocks, a window runs on holidays too.</summary>
public abstract record Within
{
    /// <summary>The exclusive end of a window that counts from <paramref name="start"/>.</summary>
    public abstract Instant EndFrom(Instant start, WorkingCalendar calendar);

    /// <summary>The same as a step of the reasoning.</summary>
    public abstract Step Explain(Instant start, WorkingCalendar calendar);

    /// <summary>So many hours of the clock on the wall, past closing time and midnight.</summary>
    public sealed record Hours(int Count) : Within
    {
        public override Instant EndFrom(Instant start, WorkingCalendar calendar) => start + Duration.FromHours(Count);

        public override Step Explain(Instant start, WorkingCalendar calendar) =>
            new("window.plus-hours", Fact.Number(Count), Fact.At(EndFrom(start, calendar)));
    }

    /// <summary>Until 24:00 of the day so many days after the one on which counting begins; 0 is that same day.</summary>
    public sealed record EndOfDay(int DaysAfter) : Within
    {
        public override Instant EndFrom(Instant start, WorkingCalendar calendar) => calendar.EndOf(LastDay(start, calendar));

        public override Step Explain(Instant start, WorkingCalendar calendar) => DaysAfter == 0
            ? new("window.same-day", Fact.On(LastDay(start, calendar)))
            : new("window.days-after", Fact.Number(DaysAfter), Fact.On(LastDay(start, calendar)));

        // Civil Code art. 201: the day of the event is not counted.
        private LocalDate LastDay(Instant start, WorkingCalendar calendar) => calendar.DateOf(start).PlusDays(DaysAfter);
    }
}
