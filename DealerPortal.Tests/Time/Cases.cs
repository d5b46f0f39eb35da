using DealerPortal.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Interval = NodaTime.Interval;

namespace DealerPortal.Tests.Time;

/// <summary>Random calendars with holidays, special hours, breaks and zones that change their clocks, and questions to ask them.</summary>
internal static class Cases
{
    private static readonly string[] Zones = ["Asia/Shanghai", "America/New_York", "Europe/Berlin", "Asia/Beirut", "Australia/Lord_Howe", "America/Havana", "Asia/Kathmandu"];

    /// <param name="From">Somewhere in 2024 to 2026, to the nanosecond.</param>
    public sealed record Case(CalendarRules Rules, Instant From, Instant To, Duration Length, int Days, IReadOnlyList<Interval> Pauses)
    {
        public WorkingCalendar Calendar { get; } = new(Rules);

        public NaiveCalendar Naive { get; } = new(Rules);

        public LocalDate Date => Calendar.DateOf(From);

        public LocalDate LaterDate => Calendar.DateOf(To);

        public override string ToString() => $"{Rules}\nfrom {From} to {To}, {Length}, {Days} days, pauses {string.Join(' ', Pauses)}";
    }

    /// <summary>Times of day in quarters of an hour, 24:00 among them; any number of spans.</summary>
    private static Gen<DayHours> Hours(int most) =>
        from count in Gen.Choose(0, most)
        from marks in Gen.Choose(0, 96).ArrayOf(count * 2)
        select HoursOf(marks);

    private static Gen<WeekHours> Week =>
        from days in Hours(3).ArrayOf(7)
        from sure in Gen.Choose(1, 7)
        select Enumerable.Range(1, 7).Aggregate(WeekHours.Closed, (week, day) => week.With(days[day - 1], (IsoDayOfWeek)day))
            .With(HoursOf([32, 48, 54, 70]), (IsoDayOfWeek)sure);

    private static Gen<HolidayYear> Year(int year) =>
        from offsets in Gen.Choose(0, 360).ArrayOf(40)
        from kinds in Gen.Choose(0, 2).ArrayOf(40)
        select new HolidayYear(year, offsets.Zip(kinds).DistinctBy(day => day.First).Select(day => new HolidayDay(new LocalDate(year, 1, 1).PlusDays(day.First), "x", day.Second > 0)));

    private static Gen<CalendarRules> Rules =>
        from zone in Gen.Elements(Zones)
        from week in Week
        from early in Year(2023)
        from first in Year(2024)
        from second in Year(2025)
        from third in Year(2026)
        from late in Year(2027)
        from special in Hours(2)
        from specialOn in Gen.Choose(0, 1000).ArrayOf(12)
        from pause in Gen.Choose(0, 94)
        from dated in Hours(1)
        select new CalendarRules(Calendars.Zone(zone), week, new([early, first, second, third, late], StatutoryDays.China))
        {
            SpecialHours = CalendarRulesOf(special, specialOn),
            Breaks = Breaks.EveryDay(HoursOf([pause, pause + 2])).With(new(2025, 6, 2), dated),
        };

    private static Gen<Instant> Instants =>
        from day in Gen.Choose(0, 1000)
        from second in Gen.Choose(0, 86399)
        from nanos in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 999_999_999))
        from quarter in Gen.Choose(0, 2)
        select Instant.FromUtc(2024, 1, 10, 0, 0) + Duration.FromDays(day) + (quarter == 0 ? Duration.FromMinutes(second / 900 * 15) : Duration.FromSeconds(second) + Duration.FromNanoseconds(nanos));

    private static Gen<Interval> Pause =>
        from start in Instants
        from minutes in Gen.Choose(0, 60 * 24 * 20)
        select new Interval(start, start + Duration.FromMinutes(minutes));

    public static Arbitrary<Case> Any { get; } = Arb.From(
        from rules in Rules
        from one in Instants
        from other in Instants
        from minutes in Gen.Choose(1, 60 * 150)
        from nanos in Gen.Elements(0, 0, 1, 123_456_789)
        from days in Gen.Choose(1, 40)
        from pauses in Pause.ArrayOf(5)
        from far in Gen.Choose(0, 5)
        select new Case(rules, Instant.Min(one, other), Instant.Max(one, other), Duration.FromMinutes(minutes) + Duration.FromNanoseconds(nanos), days,
            far == 0 ? pauses : [.. pauses.Select(pause => Near(pause, Instant.Min(one, other)))]));

    /// <summary>Pauses strewn over years rarely meet a clock: most are brought to within days of its start.</summary>
    private static Interval Near(Interval pause, Instant from)
    {
        var start = from + Duration.FromMinutes((long)(pause.Start - NodaConstants.UnixEpoch).TotalMinutes % (60 * 24 * 30)) - Duration.FromDays(3);
        return new(start, start + (pause.Duration / 5));
    }

    private static DayHours HoursOf(int[] quarters)
    {
        var marks = quarters.Distinct().Order().ToList();
        return new(Enumerable.Range(0, marks.Count / 2).Select(pair => new DaySpan(At(marks[pair * 2]), At(marks[(pair * 2) + 1]))));
    }

    private static LocalTime At(int quarter) => LocalTime.FromMinutesSinceMidnight(quarter % 96 * 15);

    private static System.Collections.Immutable.ImmutableSortedDictionary<LocalDate, DayHours> CalendarRulesOf(DayHours hours, int[] days) =>
        System.Collections.Immutable.ImmutableSortedDictionary.CreateRange(days.Distinct().Select(day => KeyValuePair.Create(new LocalDate(2024, 1, 5).PlusDays(day), hours)));
}
