using DealerPortal.Domain.Time;
using DealerPortal.Tests.Support;
using NodaTime;
using static DealerPortal.Tests.Time.Calendars;

namespace DealerPortal.Tests.Time;

public sealed class WorkingDayTests
{
    private static readonly ClockLength.WorkingDays Plan = new(4), Resolution = new(3);

    [Theory]
    [InlineData("03-02 09:00", "03-06 17:30")]
    [InlineData("03-06 18:20", "03-12 17:30")]
    [InlineData("03-07 10:00", "03-12 17:30")]
    [InlineData("2026-02-15 12:00", "2026-02-27 17:30")]
    public void A_plan_is_due_at_the_close_of_the_fourth_working_day(string received, string due) =>
        Assert.Equal(Shanghai.At(due), Factory.Due(Shanghai.At(received), Plan).At);

    [Theory]
    [InlineData("03-05 16:00", "03-10 17:30")]
    [InlineData("03-12 17:29", "03-17 17:30")]
    public void A_resolution_is_due_at_the_close_of_the_third_working_day(string answered, string due) =>
        Assert.Equal(Shanghai.At(due), Factory.Due(Shanghai.At(answered), Resolution).At);

    [Fact]
    public void The_own_day_counts_only_when_the_rule_says_so()
    {
        Assert.Equal(Date("03-05"), Factory.WorkingDayAfter(Date("03-02"), 3));
        Assert.Equal(Date("03-04"), Factory.WorkingDayAfter(Date("03-02"), 3, EventDay.Counted));
        Assert.Equal(Date("03-04"), Factory.WorkingDayAfter(Date("02-28"), 3));
        Assert.Equal(Date("03-11"), Factory.WorkingDayAfter(Date("03-07"), 3, EventDay.Counted));
    }

    [Theory]
    [InlineData(DayEnd.CloseOfDay, "03-03 17:30")]
    [InlineData(DayEnd.Midnight, "03-04 00:00")]
    [InlineData(DayEnd.SameTime, "03-03 09:10:11.123456789")]
    public void A_working_day_ends_at_its_close_at_midnight_or_at_the_same_time(DayEnd end, string due) =>
        Assert.Equal(Shanghai.At(due), Factory.Due(Shanghai.At("03-02 09:10:11.123456789"), new ClockLength.WorkingDays(1, end)).At);

    [Theory]
    [InlineData(DayEnd.CloseOfDay, "02-28 08:00")]
    [InlineData(DayEnd.Midnight, "02-28 00:00")]
    [InlineData(DayEnd.SameTime, "02-28 09:10")]
    public void Backwards_a_span_of_working_days_begins_at_the_opening_at_midnight_or_at_the_same_time(DayEnd end, string start) =>
        Assert.Equal(Shanghai.At(start), Factory.LatestStart(Shanghai.At("03-02 09:10"), new ClockLength.WorkingDays(1, end)).At);

    [Fact]
    public void Spring_festival_2026_is_nine_days_between_two_worked_saturdays()
    {
        Assert.True(Factory.IsWorkingDay(Date("02-14")));
        Assert.All(Enumerable.Range(15, 9), day => Assert.False(Factory.IsWorkingDay(new(2026, 2, day))));
        Assert.True(Factory.IsWorkingDay(Date("02-28")));
        Assert.True(Factory.IsMakeUpDay(Date("02-28")));
        Assert.Equal("春节", Factory.Published(Date("02-17"))!.Name);
        Assert.Equal(Hours("08:00-12:00, 13:30-17:30"), Factory.HoursOn(Date("02-28")));

        Assert.Equal(Date("02-24"), Factory.WorkingDayAfter(Date("02-14"), 1));
        Assert.Equal(Date("02-14"), Factory.WorkingDayBefore(Date("02-24"), 1));
        Assert.Equal(Date("02-24"), Factory.WorkingDayOnOrAfter(Date("02-15")));
        Assert.Equal(Date("02-14"), Factory.WorkingDayOnOrBefore(Date("02-23")));
        Assert.Equal(7, Factory.WorkingDaysBetween(Date("02-13"), Date("03-02")));
    }

    [Fact]
    public void National_day_2025_and_its_make_up_days()
    {
        Assert.True(Factory.IsWorkingDay(Date("2025-09-28")));
        Assert.True(Factory.IsWorkingDay(Date("2025-10-11")));
        Assert.All(Enumerable.Range(1, 8), day => Assert.True(Factory.IsHoliday(new LocalDate(2025, 10, day))));
        Assert.Equal("国庆节、中秋节", Factory.Published(Date("2025-10-06"))!.Name);
        Assert.Equal(Date("2025-10-11"), Factory.WorkingDayAfter(Date("2025-09-30"), 3));
        Assert.Equal(Date("2025-09-28"), Factory.WorkingDayBefore(Date("2025-10-09"), 3));
    }

    [Fact]
    public void Days_decided_by_the_notice_of_the_next_year_are_known()
    {
        Assert.True(Factory.IsWorkingDay(Date("2018-12-29")));
        Assert.True(Factory.IsHoliday(Date("2018-12-31")));
        Assert.True(Factory.IsHoliday(Date("2022-12-31")));
    }

    [Fact]
    public void Working_days_between_dates_leave_out_the_last()
    {
        Assert.Equal(0, Factory.WorkingDaysBetween(Date("03-02"), Date("03-02")));
        Assert.Equal(1, Factory.WorkingDaysBetween(Date("03-02"), Date("03-03")));
        Assert.Equal(0, Factory.WorkingDaysBetween(Date("03-07"), Date("03-09")));
        Assert.Throws<ArgumentException>(() => Factory.WorkingDaysBetween(Date("03-03"), Date("03-02")));
    }

    [Fact]
    public void No_working_days_or_fewer_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Factory.WorkingDayAfter(Date("03-02"), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Factory.WorkingDayBefore(Date("03-02"), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClockLength.WorkingDays(0));
        Assert.Throws<ArgumentException>(() => Factory.ClosingOf(Date("03-07")));
    }

    [Fact]
    public void A_day_ends_at_the_first_instant_of_the_next()
    {
        Assert.Equal(Instant.FromUtc(2026, 3, 5, 16, 0), Factory.EndOf(Date("03-05")));
        Assert.Equal(Date("03-05"), Factory.DateOf(Factory.EndOf(Date("03-05")) - Duration.Epsilon));
        Assert.Equal(Date("03-06"), Factory.DateOf(Factory.EndOf(Date("03-05"))));
        Assert.Equal(Factory.StartOf(Date("03-06")), Factory.EndOf(Date("03-05")));
    }

    [Fact]
    public void At_the_cut_off_is_already_after_it()
    {
        var cutOff = new LocalTime(14, 0);
        Assert.Equal(Date("03-02"), Factory.DateOf(Shanghai.At("03-02 14:00") - Duration.Epsilon, cutOff));
        Assert.Equal(Date("03-03"), Factory.DateOf(Shanghai.At("03-02 14:00"), cutOff));
    }
}
