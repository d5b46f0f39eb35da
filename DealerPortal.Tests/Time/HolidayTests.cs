using DealerPortal.Domain.Time;
using DealerPortal.Tests.Support;
using NodaTime;
using static DealerPortal.Tests.Time.Calendars;

namespace DealerPortal.Tests.Time;

/// <summary>Published, amended, provisional and unknown years.</summary>
public sealed class HolidayTests
{
    private static readonly ClockLength FourDays = new ClockLength.WorkingDays(4);

    [Theory]
    [InlineData(2013, 29, 12)]
    [InlineData(2014, 22, 5)]
    [InlineData(2015, 26, 5)]
    [InlineData(2016, 24, 6)]
    [InlineData(2017, 24, 5)]
    [InlineData(2018, 23, 6)]
    [InlineData(2019, 24, 7)]
    [InlineData(2020, 30, 7)]
    [InlineData(2021, 31, 7)]
    [InlineData(2022, 31, 7)]
    [InlineData(2023, 27, 7)]
    [InlineData(2024, 28, 8)]
    [InlineData(2025, 28, 5)]
    [InlineData(2026, 33, 6)]
    public void Every_year_since_2013_is_shipped_whole(int year, int off, int makeUp)
    {
        var days = China.Years.Single(known => known.Year == year).Days;
        Assert.Equal((off, makeUp), (days.Count(day => day.IsOff), days.Count(day => !day.IsOff)));
        Assert.NotEmpty(China.Years.Single(known => known.Year == year).Sources);
    }

    [Fact]
    public void The_law_agrees_with_what_was_published()
    {
        // The eve and 2 May are days off only since 2025.
        foreach (var year in China.Years.Select(known => known.Year))
        {
            var days = StatutoryDays.China.Of(year).Days;
            var eve = days.First(day => day.Name == "春节").Date;
            Assert.All(days.Where(day => year >= 2025 || (day.Date != eve && day.Date != new LocalDate(year, 5, 2))), day => Assert.True(Factory.IsHoliday(day.Date), day.ToString()));
        }
    }

    [Theory]
    [InlineData(2027, "01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03")]
    [InlineData(2028, "01-01 01-25 01-26 01-27 01-28 04-04 05-01 05-02 05-28 10-01 10-02 10-03")]
    [InlineData(2033, "01-01 01-30 01-31 02-01 02-02 04-04 05-01 05-02 06-01 09-08 10-01 10-02 10-03")]
    [InlineData(2034, "01-01 02-18 02-19 02-20 02-21 04-05 05-01 05-02 06-20 09-27 10-01 10-02 10-03")]
    public void A_provisional_year_has_the_days_the_law_fixes(int year, string days) =>
        Assert.Equal(days, string.Join(' ', StatutoryDays.China.Of(year).Days.Select(day => $"{day.Date:MM-dd}")));

    [Fact]
    public void Holidays_that_meet_are_one_day_with_both_names() =>
        Assert.Equal("中秋节、国庆节", Factory.Published(Date("2028-10-03"))!.Name);

    [Fact]
    public void A_deadline_that_reaches_a_year_not_published_says_so()
    {
        var due = Factory.Due(Shanghai.At("2026-12-29 10:00"), FourDays);
        Assert.Equal(Shanghai.At("2027-01-05 17:30"), due.At);
        Assert.Equal([2027], due.ProvisionalYears);

        var within = Factory.Due(Shanghai.At("2026-12-25 10:00"), FourDays);
        Assert.Equal(Shanghai.At("2026-12-31 17:30"), within.At);
        Assert.False(within.IsProvisional);
    }

    [Fact]
    public void The_end_of_the_last_published_day_touches_no_provisional_year()
    {
        var due = Factory.Due(Shanghai.At("2026-12-30 10:00"), new ClockLength.WorkingDays(1, DayEnd.Midnight));
        Assert.Equal(Shanghai.EndOf("2026-12-31"), due.At);
        Assert.Empty(due.ProvisionalYears);
        Assert.Equal([2027], Factory.ProvisionalYears(due.At, due.At));
        Assert.False(Factory.IsProvisional(Date("2026-12-31")));
        Assert.True(Factory.IsProvisional(Date("2027-01-01")));
        Assert.Equal([2027, 2028], Factory.ProvisionalYears(Date("2025-05-01"), Date("2028-01-01")));
    }

    [Fact]
    public void Publishing_a_provisional_year_moves_what_it_touches_and_changes_the_mark()
    {
        var published = Factory.With(new(2027, [new(Date("2027-01-01"), "元旦", true), new(Date("2027-01-04"), "元旦", true), new(Date("2026-12-31"), "元旦", true), new(Date("2027-01-03"), "元旦", false)]));
        var due = published.Due(Shanghai.At("2026-12-29 10:00"), FourDays);
        Assert.Equal(Shanghai.At("2027-01-06 17:30"), due.At);
        Assert.False(due.IsProvisional);
        Assert.True(published.IsProvisional(Date("2028-01-01")));
        Assert.NotEqual(Factory.Mark, published.Mark);
        Assert.True(Factory.IsProvisional(Date("2027-01-01")));
    }

    [Fact]
    public void The_amendment_of_2020_turned_a_worked_saturday_into_a_day_off()
    {
        var amended = China.Years.Single(year => year.Year == 2020);
        var announced = amended.Days.Select(day => day.Date == Date("2020-02-01") ? day with { IsOff = false } : day)
            .Where(day => day.Date != Date("2020-01-31") && day.Date != Date("2020-02-02") && day.Date != Date("2020-02-03"));
        var before = Factory.With(new(2020, announced));
        var after = before.With(amended);
        var received = Shanghai.At("2020-01-22 10:00");

        Assert.Equal(Shanghai.At("2020-02-01 17:30"), before.Due(received, new ClockLength.WorkingDays(3)).At);
        Assert.Equal(Shanghai.At("2020-02-04 17:30"), after.Due(received, new ClockLength.WorkingDays(3)).At);
        Assert.NotEqual(before.Mark, after.Mark);
        Assert.Equal(Factory.Mark, after.Mark);
    }

    [Fact]
    public void The_mark_tells_calendars_apart_by_anything_that_can_move_a_deadline()
    {
        var rules = new[]
        {
            FactoryRules,
            FactoryRules with { Zone = Zone("Asia/Urumqi") },
            FactoryRules with { Week = FactoryRules.Week.With(Hours("08:00-12:00"), IsoDayOfWeek.Saturday) },
            FactoryRules with { MakeUpHours = Hours("08:00-12:00") },
            FactoryRules with { Breaks = Breaks.EveryDay(Hours("10:00-10:15")) },
            FactoryRules.WithSpecialHours(new(Date("03-03"), Date("03-03")), DayHours.Closed),
            FactoryRules with { Holidays = new(China.Years.Skip(1), StatutoryDays.China) },
            FactoryRules with { Holidays = new(China.Years, null) },
        };
        Assert.Equal(rules.Length, rules.Select(rule => new WorkingCalendar(rule).Mark).Distinct().Count());
        Assert.Equal(Factory.Mark, new WorkingCalendar(FactoryRules).Mark);
    }

    [Fact]
    public void Before_the_first_year_known_and_beyond_the_law_is_an_error_that_names_the_year()
    {
        Assert.Equal(2012, Missing(() => Factory.IsWorkingDay(Date("2012-12-31"))));
        Assert.Equal(2012, Missing(() => Factory.WorkingDayBefore(Date("2013-01-04"), 1)));
        Assert.Equal(2012, Missing(() => Factory.IsOpen(Shanghai.At("2013-01-01 00:00") - Duration.Epsilon)));
        Assert.Equal(2012, Missing(() => Factory.SubtractOpenTime(Shanghai.At("2013-01-07 08:00"), Duration.FromHours(80))));
        Assert.Equal(2012, Missing(() => Factory.PreviousOpening(Shanghai.At("2013-01-04 08:00"))));
        Assert.Equal(2012, Missing(() => Factory.IsProvisional(Date("2012-12-31"))));
        Assert.Equal(2100, Missing(() => Factory.AddOpenTime(Shanghai.At("2026-03-02 08:00"), Duration.FromDays(30000))));
        Assert.Equal(2100, Missing(() => Factory.WorkingDayAfter(Date("03-02"), int.MaxValue / 2)));
        Assert.Equal(3000, Missing(() => Factory.IsOpen(Instant.FromUtc(3000, 1, 1, 0, 0))));
        Assert.Contains("2012", Assert.Throws<CalendarHorizonException>(() => Factory.IsWorkingDay(Date("2012-12-31"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_calendar_without_the_law_ends_with_its_last_file()
    {
        var calendar = new WorkingCalendar(FactoryRules with { Holidays = new(China.Years, null), Week = WeekHours.Always });
        Assert.Equal(2027, Missing(() => calendar.IsWorkingDay(Date("2027-01-01"))));
        Assert.Equal(2027, Missing(() => calendar.Due(Shanghai.At("2026-12-30 10:00"), FourDays)));
        Assert.Equal(2027, Missing(() => calendar.NextClosing(Shanghai.At("2026-12-31 10:00"))));

        var end = calendar.EndOf(Date("2026-12-31"));
        Assert.Equal(Duration.FromHours(1), calendar.OpenTime(end - Duration.FromHours(1), end));
        Assert.Equal(end, calendar.AddOpenTime(end - Duration.FromHours(1), Duration.FromHours(1)));
        Assert.Equal(end - Duration.FromHours(1), calendar.SubtractOpenTime(end, Duration.FromHours(1)));
        Assert.Equal(1, calendar.WorkingDaysBetween(Date("2026-12-31"), Date("2027-01-01")));
    }

    [Fact]
    public void A_year_missing_between_published_ones_is_provisional_never_without_holidays()
    {
        var calendar = new WorkingCalendar(FactoryRules with { Holidays = new(China.Years.Where(year => year.Year != 2025), StatutoryDays.China) });
        Assert.True(calendar.IsProvisional(Date("2025-10-01")));
        Assert.False(calendar.IsWorkingDay(Date("2025-10-01")));
        Assert.True(calendar.IsWorkingDay(Date("2025-10-07")));
    }

    [Fact]
    public void A_year_that_cannot_be_is_an_error()
    {
        HolidayDay day = new(Date("2027-01-01"), "元旦", true);
        Assert.Throws<ArgumentException>(() => new HolidayYear(2027, []));
        Assert.Throws<ArgumentException>(() => new HolidayYear(2027, [day, day]));
        Assert.Throws<ArgumentException>(() => new HolidayYear(2029, [day]));
        Assert.Throws<ArgumentException>(() => Factory.With(StatutoryDays.China.Of(2027)));
        Assert.Throws<InvalidOperationException>(() => AroundTheClock.With(new HolidayYear(2027, [day])));
        Assert.Throws<ArgumentException>(() => new HolidayBook([], StatutoryDays.China));
    }

    private static int Missing(Action ask) => Assert.Throws<CalendarHorizonException>(ask).Year;

    private static int Missing<T>(Func<T> ask) => Missing(() => { ask(); });
}
