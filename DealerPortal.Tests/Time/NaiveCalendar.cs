using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Tests.Time;

/// <summary>The same answers found the slow and plain way: each date minute by minute on its clock face, then day after day. Knows whole minutes only.</summary>
internal sealed class NaiveCalendar(CalendarRules rules)
{
    private readonly Dictionary<LocalDate, List<Interval>> known = [];
    private readonly Dictionary<LocalDate, HolidayDay> holidays = rules.Holidays.Years.SelectMany(year => year.Days).ToDictionary(day => day.Date);

    public bool IsWorkingDay(LocalDate date) => SpansOf(date).Count > 0;

    public bool IsOpen(Instant instant) => Around(instant).Any(span => span.Contains(instant));

    public Duration OpenTime(Instant from, Instant to)
    {
        var sum = Duration.Zero;
        for (var date = Before(from); date <= After(to); date = date.PlusDays(1))
        {
            foreach (var span in SpansOf(date))
            {
                var (start, end) = (Instant.Max(from, span.Start), Instant.Min(to, span.End));
                if (start < end) sum += end - start;
            }
        }

        return sum;
    }

    public Instant AddOpenTime(Instant from, Duration length)
    {
        for (var date = Before(from); ; date = date.PlusDays(1))
        {
            foreach (var span in SpansOf(date).Where(span => span.End > from))
            {
                var start = Instant.Max(from, span.Start);
                if (span.End - start >= length) return start + length;
                length -= span.End - start;
            }
        }
    }

    public Instant SubtractOpenTime(Instant to, Duration length)
    {
        for (var date = After(to); ; date = date.PlusDays(-1))
        {
            foreach (var span in SpansOf(date).AsEnumerable().Reverse().Where(span => span.Start < to))
            {
                var end = Instant.Min(to, span.End);
                if (end - span.Start >= length) return end - length;
                length -= end - span.Start;
            }
        }
    }

    /// <summary>Counts second by second is too slow; pieces between all ends of pauses are plain enough.</summary>
    public Instant AddAround(Instant from, Duration length, IReadOnlyCollection<Interval> pauses)
    {
        var cuts = pauses.SelectMany(pause => new[] { pause.Start, pause.End }).Where(cut => cut > from).Distinct().Order().ToList();
        foreach (var cut in cuts)
        {
            if (pauses.Any(pause => pause.Contains(from)))
            {
                from = cut;
                continue;
            }

            var open = OpenTime(from, cut);
            if (open >= length) return AddOpenTime(from, length);
            (from, length) = (cut, length - open);
        }

        return AddOpenTime(from, length);
    }

    public LocalDate WorkingDayAfter(LocalDate date, int n)
    {
        while (n > 0) n -= IsWorkingDay(date = date.PlusDays(1)) ? 1 : 0;
        return date;
    }

    public LocalDate WorkingDayBefore(LocalDate date, int n)
    {
        while (n > 0) n -= IsWorkingDay(date = date.PlusDays(-1)) ? 1 : 0;
        return date;
    }

    public int WorkingDaysBetween(LocalDate from, LocalDate to)
    {
        var count = 0;
        for (; from < to; from = from.PlusDays(1)) count += IsWorkingDay(from) ? 1 : 0;
        return count;
    }

    public Instant NextOpening(Instant instant)
    {
        for (var date = Before(instant); ; date = date.PlusDays(1))
        {
            foreach (var span in SpansOf(date))
            {
                if (span.Start > instant && !IsOpen(span.Start - Duration.Epsilon)) return span.Start;
            }
        }
    }

    public Instant NextClosing(Instant instant)
    {
        for (var date = Before(instant); ; date = date.PlusDays(1))
        {
            foreach (var span in SpansOf(date))
            {
                if (span.End > instant && !IsOpen(span.End)) return span.End;
            }
        }
    }

    private List<Interval> Around(Instant instant) => [.. SpansOf(Before(instant)), .. SpansOf(Before(instant).PlusDays(1)), .. SpansOf(After(instant))];

    private LocalDate Before(Instant instant) => instant.InZone(rules.Zone).Date.PlusDays(-1);

    private LocalDate After(Instant instant) => instant.InZone(rules.Zone).Date.PlusDays(1);

    private List<Interval> SpansOf(LocalDate date) => known.TryGetValue(date, out var spans) ? spans : known[date] = Compute(date);

    private List<Interval> Compute(LocalDate date)
    {
        var open = Minutes(date);
        var (begin, end) = (Midnight(date), Midnight(date.PlusDays(1)));
        var spans = new List<Interval>();
        for (var minute = 0; minute < 1440; minute++)
        {
            if (!open[minute] || (minute > 0 && open[minute - 1])) continue;
            var stop = minute;
            while (stop < 1440 && open[stop]) stop++;
            var (from, to) = (Instant.Max(begin, Moment(date, minute)), Instant.Min(end, Moment(date, stop)));
            if (from < to) spans.Add(new(from, to));
        }

        return [.. spans.OrderBy(span => span.Start).Aggregate(new List<Interval>(), (joined, span) =>
        {
            if (joined.Count > 0 && joined[^1].End >= span.Start) joined[^1] = new(joined[^1].Start, Instant.Max(joined[^1].End, span.End));
            else joined.Add(span);
            return joined;
        })];
    }

    private bool[] Minutes(LocalDate date)
    {
        var published = holidays.GetValueOrDefault(date);
        var hours = published is { IsOff: true } ? DayHours.Closed
            : rules.SpecialHours.TryGetValue(date, out var special) ? special
            : published is not null ? rules.MakeUpHours
            : rules.Week[date.DayOfWeek];
        var open = new bool[1440];
        Mark(open, hours, true);
        Mark(open, rules.Breaks.On(date), false);
        return open;
    }

    private static void Mark(bool[] minutes, DayHours hours, bool open)
    {
        foreach (var span in hours.Spans)
            for (var minute = Minute(span.From); minute < (span.EndsAtMidnight ? 1440 : Minute(span.To)); minute++) minutes[minute] = open;
    }

    private static int Minute(LocalTime time) => (time.Hour * 60) + time.Minute;

    private Instant Moment(LocalDate date, int minute) => minute is 0 or 1440
        ? Midnight(date.PlusDays(minute / 1440))
        : rules.Zone.AtLeniently(date.At(LocalTime.FromMinutesSinceMidnight(minute))).ToInstant();

    private Instant Midnight(LocalDate date) => rules.Zone.AtStartOfDay(date).ToInstant();
}
