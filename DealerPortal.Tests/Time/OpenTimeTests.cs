using DealerPortal.Domain.Time;
using DealerPortal.Tests.Support;
using NodaTime;
using static DealerPortal.Tests.Time.Calendars;

namespace DealerPortal.Tests.Time;

public sealed class OpenTimeTests
{
    private static readonly Duration Tick = Duration.Epsilon;

    private static readonly WorkingCalendar Nights = In("Asia/Shanghai", WeekHours.MondayToFriday(Hours("00:00-06:00, 22:00-24:00")));

    [Theory]
    [InlineData("03-02 08:00", "03-02 12:00")]
    [InlineData("03-02 13:30", "03-02 17:30")]
    public void At_an_opening_it_is_open_and_at_a_closing_it_is_not(string opening, string closing)
    {
        Assert.False(Factory.IsOpen(Shanghai.At(opening) - Tick));
        Assert.True(Factory.IsOpen(Shanghai.At(opening)));
        Assert.True(Factory.IsOpen(Shanghai.At(closing) - Tick));
        Assert.False(Factory.IsOpen(Shanghai.At(closing)));
    }

    [Theory]
    [InlineData("03-02 09:10", "4:00", "03-02 14:40")]
    [InlineData("03-02 08:00", "4:00", "03-02 12:00")]
    [InlineData("03-02 13:30", "4:00", "03-02 17:30")]
    [InlineData("03-02 08:00", "8:00", "03-02 17:30")]
    [InlineData("03-02 17:30", "1:00", "03-03 09:00")]
    [InlineData("03-02 12:00", "0:01", "03-02 13:31")]
    [InlineData("03-02 12:45", "0:01", "03-02 13:31")]
    [InlineData("03-06 17:00", "1:00", "03-09 08:30")]
    [InlineData("03-07 10:00", "1:00", "03-09 09:00")]
    [InlineData("02-14 17:00", "1:00", "02-24 08:30")]
    [InlineData("2025-12-31 17:00", "1:00", "2026-01-04 08:30")]
    public void Open_time_passes_only_while_it_is_open(string from, string length, string to) =>
        Assert.Equal(Shanghai.At(to), Factory.AddOpenTime(Shanghai.At(from), Span(length)));

    [Fact]
    public void Open_time_that_runs_out_at_a_closing_ends_there_and_one_tick_more_ends_after_the_next_opening()
    {
        var from = Shanghai.At("03-06 16:30");
        Assert.Equal(Shanghai.At("03-06 17:30"), Factory.AddOpenTime(from, Duration.FromHours(1)));
        Assert.Equal(Shanghai.At("03-09 08:00") + Tick, Factory.AddOpenTime(from, Duration.FromHours(1) + Tick));
        Assert.Equal(Shanghai.At("03-06 17:30") - Tick, Factory.AddOpenTime(from, Duration.FromHours(1) - Tick));
    }

    [Theory]
    [InlineData("03-02 14:40", "4:00", "03-02 09:10")]
    [InlineData("03-02 12:00", "4:00", "03-02 08:00")]
    [InlineData("03-02 08:00", "1:00", "02-28 16:30")]
    [InlineData("03-09 08:30", "1:00", "03-06 17:00")]
    [InlineData("03-08 10:00", "8:00", "03-06 08:00")]
    [InlineData("02-24 08:30", "1:00", "02-14 17:00")]
    [InlineData("2026-01-04 08:30", "1:00", "2025-12-31 17:00")]
    public void Open_time_is_counted_back_in_the_same_way(string to, string length, string from) =>
        Assert.Equal(Shanghai.At(from), Factory.SubtractOpenTime(Shanghai.At(to), Span(length)));

    [Fact]
    public void Counting_back_exactly_to_an_opening_begins_there_and_one_tick_more_before_the_closing_before()
    {
        var to = Shanghai.At("03-09 09:00");
        Assert.Equal(Shanghai.At("03-09 08:00"), Factory.SubtractOpenTime(to, Duration.FromHours(1)));
        Assert.Equal(Shanghai.At("03-06 17:30") - Tick, Factory.SubtractOpenTime(to, Duration.FromHours(1) + Tick));
    }

    [Fact]
    public void Open_time_between_instants_is_exact()
    {
        Assert.Equal(Duration.FromHours(8 * 5), Factory.OpenTime(Shanghai.At("03-02 00:00"), Shanghai.EndOf("03-08")));
        Assert.Equal(Tick, Factory.OpenTime(Shanghai.At("03-02 08:00"), Shanghai.At("03-02 08:00") + Tick));
        Assert.Equal(Tick, Factory.OpenTime(Shanghai.At("03-02 12:00") - Tick, Shanghai.At("03-02 13:30")));
        Assert.Equal(Duration.Zero, Factory.OpenTime(Shanghai.At("03-02 12:00"), Shanghai.At("03-02 13:30")));
        Assert.Equal(Duration.Zero, Factory.OpenTime(Shanghai.At("03-02 10:00"), Shanghai.At("03-02 10:00")));
    }

    [Fact]
    public void Openings_and_closings_are_found_both_ways_and_never_at_the_instant_itself()
    {
        var noon = Shanghai.At("03-06 12:00");
        Assert.Equal(Shanghai.At("03-06 13:30"), Factory.NextOpening(noon));
        Assert.Equal(Shanghai.At("03-09 08:00"), Factory.NextOpening(Shanghai.At("03-06 13:30")));
        Assert.Equal(Shanghai.At("03-06 13:30"), Factory.NextOpening(Shanghai.At("03-06 13:30") - Tick));
        Assert.Equal(Shanghai.At("03-06 17:30"), Factory.NextClosing(noon));
        Assert.Equal(noon, Factory.NextClosing(noon - Tick));
        Assert.Equal(Shanghai.At("03-06 08:00"), Factory.PreviousOpening(noon));
        Assert.Equal(Shanghai.At("03-05 13:30"), Factory.PreviousOpening(Shanghai.At("03-06 08:00")));
        Assert.Equal(Shanghai.At("03-05 17:30"), Factory.PreviousClosing(noon));
        Assert.Equal(noon, Factory.PreviousClosing(noon + Tick));
        Assert.Equal(Shanghai.At("02-14 17:30"), Factory.PreviousClosing(Shanghai.At("02-24 08:00")));
    }

    [Fact]
    public void Counting_begins_at_the_instant_when_open_and_otherwise_at_the_next_opening()
    {
        Assert.Equal(Shanghai.At("03-06 08:00"), Factory.OpenAtOrAfter(Shanghai.At("03-06 08:00")));
        Assert.Equal(Shanghai.At("03-09 08:00"), Factory.OpenAtOrAfter(Shanghai.At("03-06 17:30")));
    }

    [Fact]
    public void Hours_that_end_at_24_go_on_into_the_next_day_without_a_closing()
    {
        Assert.True(Nights.IsOpen(Shanghai.At("03-03 00:00")));
        Assert.Equal(Shanghai.At("03-03 06:00"), Nights.NextClosing(Shanghai.At("03-02 23:00")));
        Assert.Equal(Shanghai.At("03-02 22:00"), Nights.PreviousOpening(Shanghai.At("03-03 05:00")));
        Assert.Equal(Shanghai.At("03-03 01:00"), Nights.AddOpenTime(Shanghai.At("03-02 23:00"), Duration.FromHours(2)));
        Assert.Equal([new(Shanghai.At("03-02 23:00"), Shanghai.At("03-03 06:00"))], Nights.OpenSpans(Shanghai.At("03-02 23:00"), Shanghai.At("03-03 12:00")));
    }

    [Fact]
    public void Hours_that_end_at_24_before_a_closed_day_close_there()
    {
        Assert.Equal(Shanghai.EndOf("03-06"), Nights.NextClosing(Shanghai.At("03-06 23:00")));
        Assert.Equal(Shanghai.EndOf("03-06"), Nights.ClosingOf(Date("03-06")));
        Assert.Equal(Shanghai.EndOf("03-06"), Nights.AddOpenTime(Shanghai.At("03-06 22:00"), Duration.FromHours(2)));
        Assert.Equal(Shanghai.At("03-09 00:00"), Nights.NextOpening(Shanghai.At("03-06 23:00")));
        Assert.False(Nights.IsOpen(Shanghai.EndOf("03-06")));
    }

    [Fact]
    public void A_calendar_around_the_clock_never_closes_within_its_horizon()
    {
        var now = Shanghai.At("03-07 03:00");
        Assert.Equal(now + Duration.FromDays(400), AroundTheClock.AddOpenTime(now, Duration.FromDays(400)));
        Assert.Equal(now - Duration.FromDays(400), AroundTheClock.SubtractOpenTime(now, Duration.FromDays(400)));
        Assert.Single(AroundTheClock.OpenSpans(now, now + Duration.FromDays(900)));
        Assert.Equal(2200, Assert.Throws<CalendarHorizonException>(() => AroundTheClock.NextClosing(now)).Year);
        Assert.Equal(2200, Assert.Throws<CalendarHorizonException>(() => AroundTheClock.NextOpening(now)).Year);
    }

    [Fact]
    public void Open_spans_are_cut_at_both_ends()
    {
        var spans = Factory.OpenSpans(Shanghai.At("03-06 16:00"), Shanghai.At("03-09 09:00"));
        Assert.Equal([new(Shanghai.At("03-06 16:00"), Shanghai.At("03-06 17:30")), new(Shanghai.At("03-09 08:00"), Shanghai.At("03-09 09:00"))], spans);
        Assert.Empty(Factory.OpenSpans(Shanghai.At("03-06 17:30"), Shanghai.At("03-09 08:00")));
        Assert.Empty(Factory.OpenSpans(Shanghai.At("03-06 16:00"), Shanghai.At("03-06 16:00")));
    }

    [Fact]
    public void Reversed_spans_and_lengths_of_nothing_are_errors()
    {
        var (early, late) = (Shanghai.At("03-02 09:00"), Shanghai.At("03-02 10:00"));
        Assert.Throws<ArgumentException>(() => Factory.OpenTime(late, early));
        Assert.Throws<ArgumentException>(() => Factory.OpenTime(late, early, Pauses.None));
        Assert.Throws<ArgumentException>(() => Factory.OpenSpans(late, early));
        Assert.Throws<ArgumentException>(() => Factory.ProvisionalYears(late, early - Duration.FromDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Factory.AddOpenTime(early, Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Factory.SubtractOpenTime(early, -Tick));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClockLength.OpenTime(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DaySpan(new(9, 0), new(9, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DaySpan(new(9, 0), new(8, 0)));
        Assert.Throws<ArgumentException>(() => new DayHours(new DaySpan(new(8, 0), new(10, 0)), new DaySpan(new(9, 0), new(11, 0))));
        Assert.Throws<ArgumentException>(() => new WorkingCalendar(FactoryRules with { Week = WeekHours.Closed }));
    }
}
