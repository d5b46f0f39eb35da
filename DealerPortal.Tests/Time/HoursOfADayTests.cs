using DealerPortal.Domain.Time;
using DealerPortal.Tests.Support;
using NodaTime;
using static DealerPortal.Tests.Time.Calendars;

namespace DealerPortal.Tests.Time;

/// <summary>How a date comes by its hours: a holiday beats special hours, these beat the make-up day, either replaces the week, breaks come out last.</summary>
public sealed class HoursOfADayTests
{
    [Fact]
    public void A_holiday_beats_special_hours()
    {
        var calendar = new WorkingCalendar(FactoryRules.WithSpecialHours(new(Date("02-23"), Date("02-24")), Hours("09:00-10:00")));
        Assert.False(calendar.IsWorkingDay(Date("02-23")));
        Assert.True(calendar.IsHoliday(Date("02-23")));
        Assert.True(calendar.IsHoliday(Shanghai.EndOf("02-23") - Duration.Epsilon));
        Assert.False(calendar.IsHoliday(Shanghai.EndOf("02-23")));
        Assert.Equal(Hours("09:00-10:00"), calendar.HoursOn(Date("02-24")));
    }

    [Fact]
    public void Special_hours_replace_the_weeks_hours_whole()
    {
        var calendar = new WorkingCalendar(FactoryRules.WithSpecialHours(new(Date("03-03"), Date("03-03")), Hours("19:00-24:00")));
        Assert.False(calendar.IsOpen(Shanghai.At("03-03 09:00")));
        Assert.Equal(Shanghai.At("03-03 19:30"), calendar.AddOpenTime(Shanghai.At("03-02 17:30"), Duration.FromMinutes(30)));
        Assert.Equal(Shanghai.EndOf("03-03"), calendar.ClosingOf(Date("03-03")));
    }

    [Fact]
    public void Special_hours_can_close_a_date_or_open_a_sunday_and_neither_is_a_holiday()
    {
        var calendar = new WorkingCalendar(FactoryRules
            .WithSpecialHours(new(Date("03-03"), Date("03-03")), DayHours.Closed)
            .WithSpecialHours(new(Date("03-08"), Date("03-08")), DayHours.WholeDay));
        Assert.False(calendar.IsWorkingDay(Date("03-03")));
        Assert.False(calendar.IsHoliday(Date("03-03")));
        Assert.True(calendar.IsWorkingDay(Date("03-08")));
        Assert.Equal(Duration.FromHours(24), calendar.OpenTime(calendar.StartOf(Date("03-08")), calendar.EndOf(Date("03-08"))));
    }

    [Fact]
    public void Special_hours_beat_the_make_up_day()
    {
        var calendar = new WorkingCalendar((FactoryRules with { MakeUpHours = Hours("09:00-12:00") }).WithSpecialHours(new(Date("02-28"), Date("02-28")), Hours("10:00-11:00")));
        Assert.Equal(Hours("09:00-12:00"), calendar.HoursOn(Date("02-14")));
        Assert.Equal(Hours("10:00-11:00"), calendar.HoursOn(Date("02-28")));
    }

    [Fact]
    public void Breaks_are_taken_out_of_ordinary_special_and_make_up_hours_alike()
    {
        var rules = FactoryRules with { Breaks = Breaks.EveryDay(Hours("10:00-10:15")).With(Date("03-04"), Hours("10:15-11:00, 17:00-24:00")) };
        var calendar = new WorkingCalendar(rules.WithSpecialHours(new(Date("03-03"), Date("03-03")), Hours("10:05-10:30")));
        Assert.Equal(Hours("08:00-10:00, 10:15-12:00, 13:30-17:30"), calendar.HoursOn(Date("03-02")));
        Assert.Equal(Hours("10:15-10:30"), calendar.HoursOn(Date("03-03")));
        Assert.Equal(Hours("08:00-10:00, 11:00-12:00, 13:30-17:00"), calendar.HoursOn(Date("03-04")));
        Assert.Equal(Hours("08:00-10:00, 10:15-12:00, 13:30-17:30"), calendar.HoursOn(Date("02-28")));
        Assert.Equal(Shanghai.At("03-02 10:00"), calendar.NextClosing(Shanghai.At("03-02 09:00")));
        Assert.Equal(Shanghai.At("03-02 10:20"), calendar.AddOpenTime(Shanghai.At("03-02 09:55"), Duration.FromMinutes(10)));
    }

    [Fact]
    public void A_day_whose_hours_are_all_break_is_no_working_day()
    {
        var calendar = new WorkingCalendar(FactoryRules with { Breaks = Breaks.None.With(Date("03-03"), DayHours.WholeDay) });
        Assert.False(calendar.IsWorkingDay(Date("03-03")));
        Assert.Equal(Date("03-04"), calendar.WorkingDayAfter(Date("03-02"), 1));
    }

    [Fact]
    public void Any_number_of_spans_makes_a_day_and_spans_that_touch_are_one()
    {
        Assert.Equal(4, Hours("00:00-01:00, 02:00-03:00, 04:00-05:00, 23:59-24:00").Spans.Count);
        Assert.Equal(Hours("08:00-12:00"), Hours("10:00-12:00, 08:00-10:00"));
        Assert.Equal(Duration.FromHours(24), Hours("00:00-24:00").Length);
        Assert.Equal(DayHours.WholeDay, Hours("00:00-24:00"));
        Assert.Equal(LocalTime.Midnight, Hours("20:00-24:00").Spans[0].To);
        Assert.Equal("08:00-12:00, 13:30:15-24:00", Hours("08:00-12:00, 13:30:15-24:00").ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("8:00-12:00")]
    [InlineData("08:00")]
    [InlineData("12:00-08:00")]
    [InlineData("08:00-08:00")]
    [InlineData("08:00-24:01")]
    [InlineData("24:00-24:00")]
    [InlineData("08:00-12:00, 11:00-13:00")]
    [InlineData("08:00-12:00,")]
    [InlineData("480-720")]
    public void Anything_but_clear_hours_does_not_read(string text) => Assert.Null(DayHours.TryParse(text));

    [Fact]
    public void Each_day_of_the_week_has_its_own_hours()
    {
        var week = WeekHours.MondayToFriday(Hours("08:00-17:00")).With(Hours("08:00-12:00"), IsoDayOfWeek.Saturday).With(DayHours.Closed, IsoDayOfWeek.Monday);
        var calendar = In("Asia/Shanghai", week);
        Assert.Equal(Shanghai.At("03-10 09:00"), calendar.AddOpenTime(Shanghai.At("03-07 11:00"), Duration.FromHours(2)));
        Assert.Equal(Hours("08:00-17:00"), week.Ordinary);
    }
}
