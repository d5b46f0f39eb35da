using DealerPortal.Domain.Time;
using NodaTime;
using static DealerPortal.Tests.Time.Calendars;

namespace DealerPortal.Tests.Time;

/// <summary>In 2026 New York skips 02:00-03:00 on 8 March and repeats 01:00-02:00 on 1 November; both are Sundays.</summary>
public sealed class ClockChangeTests
{
    private static readonly WorkingCalendar Always = In("America/New_York", WeekHours.Always), Early = NewYork("01:00-05:00");

    [Fact]
    public void A_skipped_local_time_is_moved_forward_by_the_gap_and_of_a_repeated_one_the_earlier_is_meant()
    {
        Assert.Equal(Always.Moment("2026-03-08 03:30"), Always.At(new(2026, 3, 8, 2, 30)));
        Assert.Equal(Instant.FromUtc(2026, 11, 1, 5, 30), Always.At(new(2026, 11, 1, 1, 30)));
    }

    [Fact]
    public void Days_have_the_hours_that_really_pass()
    {
        Assert.Equal(Duration.FromHours(23), Always.OpenTime(Always.StartOf(Date("03-08")), Always.EndOf(Date("03-08"))));
        Assert.Equal(Duration.FromHours(25), Always.OpenTime(Always.StartOf(Date("11-01")), Always.EndOf(Date("11-01"))));
        Assert.Equal(Duration.FromHours(3), Early.OpenTime(Early.StartOf(Date("03-08")), Early.EndOf(Date("03-08"))));
        Assert.Equal(Duration.FromHours(5), Early.OpenTime(Early.StartOf(Date("11-01")), Early.EndOf(Date("11-01"))));
    }

    [Fact]
    public void Open_time_counts_real_hours_across_the_change()
    {
        Assert.Equal(Early.Moment("2026-03-08 04:00"), Early.AddOpenTime(Early.Moment("2026-03-08 01:00"), Duration.FromHours(2)));
        Assert.Equal(Early.Moment("2026-03-08 01:00"), Early.SubtractOpenTime(Early.Moment("2026-03-08 04:00"), Duration.FromHours(2)));
        Assert.Equal(Early.Moment("2026-11-01 03:00"), Early.AddOpenTime(Early.At(new(2026, 11, 1, 1, 0)), Duration.FromHours(3)));
    }

    [Fact]
    public void Hours_that_begin_or_end_in_the_gap_are_moved_with_it()
    {
        var begins = NewYork("02:30-05:00");
        Assert.Equal(begins.Moment("2026-03-08 03:30"), begins.OpeningOf(Date("03-08")));
        var ends = NewYork("01:00-02:30");
        Assert.Equal(ends.Moment("2026-03-08 03:30"), ends.ClosingOf(Date("03-08")));
        Assert.Equal(Span("1:30"), ends.OpenTime(ends.StartOf(Date("03-08")), ends.EndOf(Date("03-08"))));
    }

    [Fact]
    public void Hours_that_the_gap_pushes_into_the_next_ones_become_one_with_them()
    {
        var calendar = NewYork("02:15-02:45, 03:00-04:00");
        Assert.Equal([new(calendar.Moment("2026-03-08 03:00"), calendar.Moment("2026-03-08 04:00"))], calendar.OpenSpans(calendar.StartOf(Date("03-08")), calendar.EndOf(Date("03-08"))));
    }

    [Fact]
    public void Hours_that_end_before_they_begin_once_moved_do_not_take_place()
    {
        var calendar = NewYork("02:30-03:15");
        Assert.True(calendar.IsWorkingDay(Date("03-07")));
        Assert.False(calendar.IsWorkingDay(Date("03-08")));
        Assert.Equal(Date("03-09"), calendar.WorkingDayAfter(Date("03-07"), 1));
    }

    [Fact]
    public void Hours_in_the_repeated_hour_are_open_the_first_time()
    {
        var calendar = NewYork("01:15-01:45");
        var first = calendar.At(new(2026, 11, 1, 1, 30));
        Assert.True(calendar.IsOpen(first));
        Assert.False(calendar.IsOpen(first + Duration.FromHours(1)));
        Assert.Equal(calendar.DateOf(first), calendar.DateOf(first + Duration.FromHours(1)));
    }

    [Fact]
    public void A_deadline_that_keeps_the_time_of_day_lands_after_the_gap()
    {
        var due = Always.Due(Always.Moment("2026-03-07 02:30"), new ClockLength.WorkingDays(1, DayEnd.SameTime));
        Assert.Equal(Always.Moment("2026-03-08 03:30"), due.At);
        Assert.Equal(Duration.FromHours(24), due.At - Always.Moment("2026-03-07 02:30"));
    }

    [Fact]
    public void Where_midnight_is_skipped_a_day_begins_at_its_first_instant()
    {
        var beirut = In("Asia/Beirut", WeekHours.Always);
        Assert.Equal(beirut.Moment("2026-03-29 01:00"), beirut.StartOf(Date("03-29")));
        Assert.Equal(beirut.StartOf(Date("03-29")), beirut.EndOf(Date("03-28")));
        Assert.Equal(beirut.EndOf(Date("03-28")), beirut.ClosingOf(Date("03-28")));
        Assert.Equal(Duration.FromHours(23), beirut.OpenTime(beirut.StartOf(Date("03-29")), beirut.EndOf(Date("03-29"))));
        Assert.True(beirut.IsOpen(beirut.StartOf(Date("03-29")) - Duration.Epsilon));
    }

    [Fact]
    public void Hours_that_a_gap_over_midnight_would_push_into_the_next_date_end_with_their_own()
    {
        // On 30 March 1919 Toronto went from 23:30 to 00:30 of the 31st.
        var toronto = In("America/Toronto", WeekHours.Always.With(Hours("22:00-23:45"), IsoDayOfWeek.Sunday).With(Hours("00:40-02:00"), IsoDayOfWeek.Monday));
        Assert.Equal(toronto.Moment("1919-03-31 00:30"), toronto.StartOf(new(1919, 3, 31)));
        Assert.Equal(toronto.StartOf(new(1919, 3, 31)), toronto.ClosingOf(new(1919, 3, 30)));
        Assert.Equal(Span("1:30"), toronto.OpenTime(toronto.OpeningOf(new(1919, 3, 30)), toronto.EndOf(new(1919, 3, 30))));
        Assert.Equal(toronto.Moment("1919-03-31 00:40"), toronto.NextOpening(toronto.StartOf(new(1919, 3, 31))));
    }

    [Fact]
    public void Berlin_working_hours_keep_their_face_over_both_changes()
    {
        var berlin = In("Europe/Berlin", WeekHours.MondayToFriday(Hours("09:00-17:00")));
        Assert.Equal(Instant.FromUtc(2026, 3, 27, 8, 0), berlin.OpeningOf(Date("03-27")));
        Assert.Equal(Instant.FromUtc(2026, 3, 30, 7, 0), berlin.NextOpening(berlin.ClosingOf(Date("03-27"))));
        Assert.Equal(Instant.FromUtc(2026, 10, 26, 9, 0), berlin.AddOpenTime(Instant.FromUtc(2026, 10, 23, 14, 0), Duration.FromHours(2)));
    }

    private static WorkingCalendar NewYork(string hours) => In("America/New_York", WeekHours.Always.With(Hours(hours), Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)));
}
