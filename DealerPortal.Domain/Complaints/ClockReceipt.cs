using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>The deadline receipt: how a clock came to its end, in sentences. Start, limit, each day counted or skipped and why, pauses, extensions, result.</summary>
public static class ClockReceipt
{
    public static Ruling<ClockReading> Of(ClockReading reading, ClockRule rule, WorkingCalendar calendar, Instant now) =>
        new(reading, rule.Clause, [.. Steps(reading, rule, calendar, now)], rule.HouseRule is not null);

    private static IEnumerable<Step> Steps(ClockReading reading, ClockRule rule, WorkingCalendar calendar, Instant now) =>
    [
        new("clock.started", Fact.At(reading.StartedAt)),
        new(rule.Length.EventDay is EventDay.Counted ? "clock.limit-from-day" : "clock.limit", Fact.Number(rule.Length.Days)),
        .. Days(reading, rule, calendar),
        new("clock.ends-first", Fact.At(reading.Deadline.WithoutPauses)),
        .. Pauses(reading),
        .. Extensions(reading),
        .. reading.Events.Where(one => one.What is ClockHappening.Moved).Select(one => new Step("clock.taken-over", Fact.At(one.At), Fact.Of(one.By ?? ""))),
        .. reading.ProvisionalYears.Select(year => new Step("clock.provisional", Fact.Of(year.ToString(System.Globalization.CultureInfo.InvariantCulture)))),
        new(reading.IsPaused ? "clock.would-end" : "clock.ends", Fact.At(reading.DueAt)),
        Result(reading, now),
    ];

    private static IEnumerable<Step> Days(ClockReading reading, ClockRule rule, WorkingCalendar calendar)
    {
        var (day, last) = (calendar.DateOf(reading.StartedAt), calendar.DateOf(reading.Deadline.WithoutPauses - Duration.Epsilon));
        if (rule.Length.EventDay is EventDay.NotCounted) day = day.PlusDays(1);
        for (var counted = 0; day <= last; day = day.PlusDays(1))
        {
            var published = calendar.Published(day);
            yield return !calendar.IsWorkingDay(day)
                ? published is { IsOff: true } ? new("clock.day-off", Fact.On(day), Fact.Of(published.Name)) : new("clock.day-weekend", Fact.On(day))
                : published is { IsOff: false } ? new("clock.day-make-up", Fact.Number(++counted), Fact.On(day), Fact.Of(published.Name)) : new("clock.day-counted", Fact.Number(++counted), Fact.On(day));
        }
    }

    private static IEnumerable<Step> Pauses(ClockReading reading)
    {
        foreach (var one in reading.Events.Where(one => one.What is ClockHappening.Paused or ClockHappening.Resumed))
            yield return new(one.What is ClockHappening.Paused ? "clock.paused" : "clock.resumed", Fact.At(one.At), Fact.Word("pause." + one.Reason), Fact.Of(one.By ?? ""));
        if (reading.Deadline.Paused > Duration.Zero) yield return new("clock.given-back", Fact.Number((decimal)Math.Floor(reading.Deadline.Paused.TotalMinutes)));
    }

    private static IEnumerable<Step> Extensions(ClockReading reading)
    {
        var due = reading.FirstDueAt;
        foreach (var one in reading.Events.Where(one => one.What is ClockHappening.Extended))
        {
            yield return new("clock.extended", Fact.Of(one.AskedBy ?? ""), Fact.At(one.AskedAt ?? one.At), Fact.Of(one.Reason ?? ""), Fact.Of(one.By ?? ""), Fact.At(one.At), Fact.At(one.OldDueAt ?? due), Fact.At(one.NewDueAt ?? due));
            if (one.At >= due) yield return new("clock.extended-too-late", Fact.At(due));
            else due = one.NewDueAt ?? due;
        }
    }

    private static Step Result(ClockReading reading, Instant now) => reading.Kept(now) switch
    {
        TimeKept.InTime => new("clock.met-in-time", Fact.At(reading.MetAt!.Value)),
        TimeKept.InTimeAfterExtension => new("clock.met-after-extension", Fact.At(reading.MetAt!.Value)),
        TimeKept.Late when reading.MetAt is { } met => new("clock.met-late", Fact.At(met), Fact.At(reading.DueAt)),
        TimeKept.Late => new("clock.crossed", Fact.At(reading.DueAt)),
        _ => new(reading.IsPaused ? "clock.standing" : "clock.running"),
    };
}
