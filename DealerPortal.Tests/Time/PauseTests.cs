using DealerPortal.Domain.Time;
using DealerPortal.Tests.Support;
using NodaTime;
using static DealerPortal.Tests.Time.Calendars;

namespace DealerPortal.Tests.Time;

public sealed class PauseTests
{
    private static readonly ClockLength FourHours = new ClockLength.OpenTime(Duration.FromHours(4)), OneDay = new ClockLength.WorkingDays(1);

    private static readonly Duration Tick = Duration.Epsilon;

    [Theory]
    [InlineData("03-02 09:00", "03-02 10:00", "03-02 14:30")]
    [InlineData("03-02 07:00", "03-02 08:30", "03-02 14:00")]
    [InlineData("03-02 12:00", "03-02 13:30", "03-02 12:00")]
    [InlineData("03-01 00:00", "03-02 08:00", "03-02 12:00")]
    [InlineData("03-02 11:00", "03-02 14:00", "03-02 15:00")]
    [InlineData("03-02 13:30", "03-02 17:30", "03-02 12:00")]
    [InlineData("03-02 08:30", "03-04 08:00", "03-04 11:30")]
    public void Only_open_time_inside_a_pause_is_given_back(string from, string to, string due) =>
        Assert.Equal(Shanghai.At(due), Factory.Due(Shanghai.At("03-02 08:00"), FourHours, Paused(Pause(from, to))).At);

    [Fact]
    public void Overlapping_pauses_count_once()
    {
        var due = Factory.Due(Shanghai.At("03-02 08:00"), FourHours, Paused(Pause("03-02 09:00", "03-02 10:00"), Pause("03-02 09:30", "03-02 10:30"), Pause("03-02 09:40", "03-02 09:50")));
        Assert.Equal(Shanghai.At("03-02 15:00"), due.At);
        Assert.Equal(Shanghai.At("03-02 12:00"), due.WithoutPauses);
        Assert.Equal(Span("1:30"), due.Paused);
    }

    [Fact]
    public void A_pause_that_begins_when_time_is_up_gives_nothing_back_and_one_tick_earlier_gives_a_tick()
    {
        var ninety = new ClockLength.OpenTime(Duration.FromMinutes(90));
        Assert.Equal(Shanghai.At("03-02 09:30"), Factory.Due(Shanghai.At("03-02 08:00"), ninety, Paused(Pause("03-02 09:30", "03-02 10:00"))).At);
        var early = new Pauses([new Interval(Shanghai.At("03-02 09:30") - Tick, Shanghai.At("03-02 10:00"))], NodaConstants.UnixEpoch);
        Assert.Equal(Shanghai.At("03-02 10:00") + Tick, Factory.Due(Shanghai.At("03-02 08:00"), ninety, early).At);
    }

    [Fact]
    public void A_pause_that_begins_in_time_given_back_by_another_counts_too()
    {
        var due = Factory.Due(Shanghai.At("03-02 08:00"), FourHours, Paused(Pause("03-02 11:00", "03-02 14:00"), Pause("03-02 14:30", "03-02 15:30")));
        Assert.Equal(Shanghai.At("03-02 16:00"), due.At);
    }

    [Fact]
    public void For_working_days_the_deadline_comes_first_and_then_the_open_time_paused()
    {
        var start = Shanghai.At("03-02 09:00");
        Assert.Equal(Shanghai.At("03-04 09:00"), Factory.Due(start, OneDay, Paused(Pause("03-03 09:00", "03-03 10:00"))).At);
        Assert.Equal(Shanghai.At("03-04 10:00"), Factory.Due(start, OneDay, Paused(Pause("03-02 09:00", "03-02 10:00"), Pause("03-03 16:30", "03-04 00:00"))).At);
        Assert.Equal(Shanghai.At("03-03 17:30"), Factory.Due(start, OneDay, Paused(Pause("03-02 12:00", "03-02 13:30"))).At);
        Assert.Equal(Shanghai.At("03-03 17:30"), Factory.Due(start, OneDay, Paused(Pause("03-03 17:30", "03-05 17:30"))).At);
        Assert.Equal(Shanghai.At("03-06 08:30"), Factory.Due(start, OneDay, Paused(Pause("03-03 17:00", "03-05 17:30"))).At);
    }

    [Fact]
    public void A_working_day_deadline_at_midnight_gets_paused_time_back_from_the_next_opening()
    {
        var day = new ClockLength.WorkingDays(1, DayEnd.Midnight);
        Assert.Equal(Shanghai.At("03-04 08:45"), Factory.Due(Shanghai.At("03-02 09:00"), day, Paused(Pause("03-03 09:00", "03-03 09:45"))).At);
        Assert.Equal(Shanghai.EndOf("03-03"), Factory.Due(Shanghai.At("03-02 09:00"), day, Paused(Pause("03-03 18:00", "03-03 20:00"))).At);
    }

    [Fact]
    public void A_running_pause_makes_the_deadline_a_would_be_one_that_moves_on_with_the_time()
    {
        var running = new[] { Pause("03-02 09:00") };
        var atStart = Factory.Due(Shanghai.At("03-02 08:00"), FourHours, new(running, Shanghai.At("03-02 09:00")));
        var later = Factory.Due(Shanghai.At("03-02 08:00"), FourHours, new(running, Shanghai.At("03-02 11:00")));
        var ended = Factory.Due(Shanghai.At("03-02 08:00"), FourHours, Paused(Pause("03-02 09:00", "03-02 11:00")));

        Assert.Equal((Shanghai.At("03-02 12:00"), true), (atStart.At, atStart.WouldBe));
        Assert.Equal((Shanghai.At("03-02 15:30"), true), (later.At, later.WouldBe));
        Assert.Equal((Shanghai.At("03-02 15:30"), false), (ended.At, ended.WouldBe));
    }

    [Fact]
    public void A_pause_that_began_only_after_time_was_up_changes_nothing()
    {
        var due = Factory.Due(Shanghai.At("03-02 08:00"), FourHours, new([Pause("03-02 12:00")], Shanghai.At("03-05 12:00")));
        Assert.Equal((Shanghai.At("03-02 12:00"), false), (due.At, due.WouldBe));
        Assert.Equal(Duration.Zero, due.Paused);
    }

    [Fact]
    public void A_running_working_day_clock_is_would_be_even_while_the_pause_has_cost_no_open_time()
    {
        var due = Factory.Due(Shanghai.At("03-02 09:00"), OneDay, new([Pause("03-02 18:00")], Shanghai.At("03-02 22:00")));
        Assert.Equal((Shanghai.At("03-03 17:30"), true), (due.At, due.WouldBe));
    }

    [Fact]
    public void Open_time_between_instants_has_pauses_taken_out_once()
    {
        var pauses = new Pauses([Pause("03-02 11:00", "03-02 14:00"), Pause("03-02 13:00", "03-02 14:30"), Pause("03-02 16:00")], Shanghai.At("03-02 16:30"));
        Assert.Equal(Span("5:30"), Factory.OpenTime(Shanghai.At("03-02 08:00"), Shanghai.At("03-02 17:30"), pauses));
        Assert.Equal(Span("2:30"), Factory.PausedOpenTime(Shanghai.At("03-02 08:00"), Shanghai.At("03-02 17:30"), pauses));
        Assert.Equal(Span("0:30"), Factory.OpenTime(Shanghai.At("03-02 10:30"), Shanghai.At("03-02 14:00"), pauses));
    }

    [Theory]
    [InlineData("03-02 14:30", "03-02 09:00", "03-02 10:00", "03-02 08:00")]
    [InlineData("03-02 17:30", "03-02 13:30", "03-02 17:30", "03-02 08:00")]
    [InlineData("03-02 17:30", "03-02 08:00", "03-02 09:00", "03-02 13:30")]
    [InlineData("03-03 10:00", "03-02 16:30", "03-03 08:30", "03-02 14:00")]
    public void The_latest_start_leaves_room_for_the_pauses(string end, string from, string to, string start) =>
        Assert.Equal(Shanghai.At(start), Factory.LatestStart(Shanghai.At(end), FourHours, Paused(Pause(from, to))).At);

    [Fact]
    public void The_latest_start_before_working_days_goes_back_by_the_open_time_paused()
    {
        var start = Factory.LatestStart(Shanghai.At("03-04 09:00"), OneDay, Paused(Pause("03-03 09:00", "03-03 10:00")));
        Assert.Equal(Shanghai.At("03-02 16:30"), start.At);
        Assert.Equal(Shanghai.At("03-03 08:00"), start.WithoutPauses);
        Assert.False(start.WouldBe);
    }

    [Fact]
    public void A_pause_without_a_beginning_is_an_error_and_one_without_length_is_none()
    {
        Assert.Throws<ArgumentException>(() => Paused(new Interval(null, Shanghai.At("03-02 09:00"))));
        Assert.Empty(Paused(Pause("03-02 09:00", "03-02 09:00")).Spans);
        Assert.Single(Paused(Pause("03-02 09:00", "03-02 10:00"), Pause("03-02 10:00", "03-02 11:00")).Spans);
    }
}
