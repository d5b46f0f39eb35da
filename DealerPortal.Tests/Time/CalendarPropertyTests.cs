using DealerPortal.Domain.Time;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static DealerPortal.Tests.Time.Cases;

namespace DealerPortal.Tests.Time;

/// <summary>What holds for every calendar and every question.</summary>
public sealed class CalendarPropertyTests
{
    private static readonly Duration Tick = Duration.Epsilon;

    [Fact]
    public void Adding_then_subtracting_open_time_returns_to_where_counting_began() => Holds(one =>
        one.Calendar.SubtractOpenTime(one.Calendar.AddOpenTime(one.From, one.Length), one.Length) == one.Calendar.OpenAtOrAfter(one.From));

    [Fact]
    public void Subtracting_then_adding_open_time_returns() => Holds(one =>
        one.Calendar.AddOpenTime(one.Calendar.SubtractOpenTime(one.To, one.Length), one.Length) is var back
        && back == (one.Calendar.IsOpen(one.To - Tick) ? one.To : one.Calendar.PreviousClosing(one.To)));

    [Fact]
    public void The_open_time_added_is_the_open_time_found_between() => Holds(one =>
        one.Calendar.OpenTime(one.From, one.Calendar.AddOpenTime(one.From, one.Length)) == one.Length
        && one.Calendar.OpenTime(one.Calendar.SubtractOpenTime(one.To, one.Length), one.To) == one.Length);

    [Fact]
    public void Parts_sum_to_the_whole() => Holds(one =>
    {
        var middle = one.From + ((one.To - one.From) / 3);
        var whole = one.Calendar.OpenTime(one.From, one.To);
        return one.Calendar.OpenTime(one.From, middle) + one.Calendar.OpenTime(middle, one.To) == whole
            && one.Calendar.OpenSpans(one.From, one.To).Aggregate(Duration.Zero, (sum, span) => sum + span.Duration) == whole
            && one.Calendar.OpenTime(one.From, one.To, Paused(one)) + one.Calendar.PausedOpenTime(one.From, one.To, Paused(one)) == whole
            && one.Calendar.WorkingDaysBetween(one.Date, one.Calendar.DateOf(middle)) + one.Calendar.WorkingDaysBetween(one.Calendar.DateOf(middle), one.LaterDate)
                == one.Calendar.WorkingDaysBetween(one.Date, one.LaterDate);
    });

    [Fact]
    public void No_result_lies_outside_open_time() => Holds(one =>
        one.Calendar.IsOpen(one.Calendar.AddOpenTime(one.From, one.Length) - Tick)
        && one.Calendar.IsOpen(one.Calendar.SubtractOpenTime(one.To, one.Length))
        && one.Calendar.IsOpen(one.Calendar.Due(one.From, new ClockLength.OpenTime(one.Length), Paused(one)).At - Tick)
        && one.Calendar.IsOpen(one.Calendar.Due(one.From, new ClockLength.WorkingDays(one.Days), Paused(one)).At - Tick)
        && one.Calendar.OpenSpans(one.From, one.To).All(span => one.Calendar.IsOpen(span.Start) && one.Calendar.IsOpen(span.End - Tick)));

    [Fact]
    public void Openings_and_closings_are_where_open_time_begins_and_ends() => Holds(one =>
        Turns(one.Calendar, one.Calendar.NextOpening(one.From), opens: true) && Turns(one.Calendar, one.Calendar.NextClosing(one.From), opens: false)
        && Turns(one.Calendar, one.Calendar.PreviousOpening(one.To), opens: true) && Turns(one.Calendar, one.Calendar.PreviousClosing(one.To), opens: false)
        && one.Calendar.PreviousOpening(one.Calendar.NextOpening(one.From) + Tick) == one.Calendar.NextOpening(one.From)
        && one.Calendar.PreviousClosing(one.Calendar.NextClosing(one.From) + Tick) == one.Calendar.NextClosing(one.From));

    [Fact]
    public void N_working_days_forward_then_back_return() => Holds(one =>
    {
        var start = one.Calendar.WorkingDayOnOrAfter(one.Date);
        var there = one.Calendar.WorkingDayAfter(start, one.Days);
        return one.Calendar.WorkingDayBefore(there, one.Days) == start
            && one.Calendar.IsWorkingDay(there)
            && one.Calendar.WorkingDaysBetween(start, there) == one.Days
            && one.Calendar.WorkingDayAfter(start, one.Days + 1, EventDay.Counted) == there;
    });

    [Fact]
    public void A_deadline_leaves_exactly_its_length_outside_the_pauses() => Holds(one =>
    {
        var due = one.Calendar.Due(one.From, new ClockLength.OpenTime(one.Length), Paused(one));
        var start = one.Calendar.LatestStart(one.To, new ClockLength.OpenTime(one.Length), Paused(one));
        return one.Calendar.OpenTime(one.From, due.At, Paused(one)) == one.Length
            && one.Calendar.OpenTime(start.At, one.To, Paused(one)) == one.Length
            && one.Calendar.OpenTime(one.From, due.At) == one.Length + due.Paused;
    });

    [Fact]
    public void A_working_day_deadline_moves_by_exactly_the_open_time_paused() => Holds(one =>
    {
        var due = one.Calendar.Due(one.From, new ClockLength.WorkingDays(one.Days), Paused(one));
        return one.Calendar.OpenTime(due.WithoutPauses, due.At) == due.Paused && due.At >= due.WithoutPauses;
    });

    [Fact]
    public void More_pauses_never_make_a_deadline_earlier() => Holds(one =>
    {
        var some = new Pauses(one.Pauses.Take(2), NodaConstants.UnixEpoch);
        return new ClockLength[] { new ClockLength.OpenTime(one.Length), new ClockLength.WorkingDays(one.Days) }.All(length =>
            one.Calendar.Due(one.From, length).At <= one.Calendar.Due(one.From, length, some).At
            && one.Calendar.Due(one.From, length, some).At <= one.Calendar.Due(one.From, length, Paused(one)).At
            && one.Calendar.LatestStart(one.To, length, some).At >= one.Calendar.LatestStart(one.To, length, Paused(one)).At);
    });

    [Fact]
    public void Open_time_agrees_with_counting_day_by_day() => Holds(one =>
        one.Calendar.IsOpen(one.From) == one.Naive.IsOpen(one.From)
        && one.Calendar.AddOpenTime(one.From, one.Length) == one.Naive.AddOpenTime(one.From, one.Length)
        && one.Calendar.SubtractOpenTime(one.To, one.Length) == one.Naive.SubtractOpenTime(one.To, one.Length)
        && one.Calendar.OpenTime(one.From, one.To) == one.Naive.OpenTime(one.From, one.To)
        && one.Calendar.NextOpening(one.From) == one.Naive.NextOpening(one.From)
        && one.Calendar.NextClosing(one.From) == one.Naive.NextClosing(one.From)
        && one.Calendar.Due(one.From, new ClockLength.OpenTime(one.Length), Paused(one)).At == one.Naive.AddAround(one.From, one.Length, one.Pauses));

    [Fact]
    public void Working_days_agree_with_counting_day_by_day() => Holds(one =>
        one.Calendar.IsWorkingDay(one.Date) == one.Naive.IsWorkingDay(one.Date)
        && one.Calendar.WorkingDayAfter(one.Date, one.Days) == one.Naive.WorkingDayAfter(one.Date, one.Days)
        && one.Calendar.WorkingDayBefore(one.LaterDate, one.Days) == one.Naive.WorkingDayBefore(one.LaterDate, one.Days)
        && one.Calendar.WorkingDaysBetween(one.Date, one.LaterDate) == one.Naive.WorkingDaysBetween(one.Date, one.LaterDate));

    private static Pauses Paused(Case one) => new(one.Pauses, NodaConstants.UnixEpoch);

    private static bool Turns(WorkingCalendar calendar, Instant at, bool opens) => calendar.IsOpen(at) == opens && calendar.IsOpen(at - Tick) != opens;

    private static void Holds(Func<Case, bool> property) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Any, property));
}
