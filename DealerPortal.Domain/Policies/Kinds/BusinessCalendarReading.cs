using System.Text.RegularExpressions;
using DealerPortal.Domain.Policies.Reading;
using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="BusinessCalendar"/> from its file.</summary>
internal static partial class BusinessCalendarReading
{
    private static readonly PackForm<IsoDayOfWeek> DayForm =
        Forms.OneOf([.. Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).Select(day => (day.ToString().ToLowerInvariant(), day))]);

    private static readonly PackForm<DaySpan> SpanForm = Forms.Scalar("opening hours such as 08:00-12:00, up to 24:00", text => SpanPattern().IsMatch(text) ? DaySpan.TryParse(text) : null);

    private static readonly PackForm<DateTimeZone> ZoneForm = Forms.Scalar("a time zone such as Asia/Shanghai", text => DateTimeZoneProviders.Tzdb.GetZoneOrNull(text));

    private static readonly PackForm<DayHours> HoursForm = (node, problems) =>
    {
        DayHours? hours = null;
        var isClean = problems.NoneIn(() => hours = Hours(Forms.List(SpanForm)(node, problems) ?? [], node.Place, problems));
        return isClean ? hours : null;
    };

    public static Rule? Read(ClauseReading reading)
    {
        var map = reading.Map;
        BusinessCalendar? rule = null;
        reading.Problems.NoneIn(() =>
        {
            var before = reading.Problems.Count;
            var zone = map.Need("zone", ZoneForm);
            var week = map.Need("week", Forms.List(Forms.Map(Week)));
            var breaks = map.May("breaks", HoursForm);
            var special = map.May("special-hours", Forms.List(Forms.Map(Special))) ?? [];
            var country = map.May("holidays", Forms.OneOf(reading.Edition.Holidays.Countries));
            var terms = new BusinessCalendar.Terms(country, ClauseReading.HouseRule(map));
            var cases = reading.Examples(CaseOf);
            map.Close();
            if (reading.Problems.Count == before) CheckWeek(week!, map);
            if (reading.Problems.Count > before) return;

            var rules = new CalendarRules(zone!, week!.Aggregate(WeekHours.Closed, (all, row) => all.With(row!.Open, row.Days)), HolidaysOf(country, reading.Edition.Holidays))
            {
                Breaks = breaks is null ? Breaks.None : Breaks.EveryDay(breaks),
            };
            var calendar = new WorkingCalendar(special.Aggregate(rules, (all, one) => all.WithSpecialHours(one!.Dates, one.Open)));
            rule = new(reading.Head, calendar, week!, terms, cases.SelectMany(one => Work(one!, calendar)));
        });
        return rule;
    }

    private static HolidayBook HolidaysOf(string? country, Holidays holidays) =>
        country is null ? HolidayBook.None : new(holidays.Of(country), StatutoryDays.Named(country));

    private static DayHours? Hours(IReadOnlyList<DaySpan> spans, Place place, PackProblems problems)
    {
        var sorted = spans.Where(span => span is not null).OrderBy(span => span.From).ToList();
        if (sorted.Zip(sorted.Skip(1)).All(pair => !pair.First.EndsAtMidnight && pair.First.To <= pair.Second.From)) return new(sorted);

        problems.Add(place, "these opening hours overlap.");
        return null;
    }

    private static WeekRow? Week(PackMap map)
    {
        var (days, open) = (map.Need("days", Forms.List(DayForm)), map.Need("open", HoursForm));
        return days is null || open is null ? null : new(days, open);
    }

    private static void CheckWeek(IReadOnlyList<WeekRow?> week, PackMap map)
    {
        foreach (var twice in week.SelectMany(row => row!.Days).GroupBy(day => day).Where(same => same.Count() > 1))
            map.Problems.Add(map.PlaceOf("week"), $"'{twice.Key.ToString().ToLowerInvariant()}' stands here twice.");
        if (week.All(row => row!.Days.Count == 0 || row.Open.IsClosed)) map.Problems.Add(map.PlaceOf("week"), "the week is never open.");
    }

    private static SpecialHours? Special(PackMap map)
    {
        var (from, to, open) = (map.Need("from", Forms.Date), map.Need("to", Forms.Date), map.Need("open", HoursForm));
        if (from > to) map.Problems.Add(map.PlaceOf("to"), "the span is reversed.");
        return from <= to && open is not null ? new(new(from!.Value, to!.Value), open) : null;
    }

    private static Case? CaseOf(PackMap map)
    {
        var (date, note) = (map.Need("date", Forms.Date), map.May("note", Forms.TwoLanguages));
        var (isWorking, days, then) = (map.May("working-day", Forms.YesOrNo), map.May("working-days-later", Forms.Days), map.May("is", Forms.Date));
        if (isWorking is null && days is null && !map.Has("working-day") && !map.Has("working-days-later"))
            map.Problems.Add(map.Place, "an example expects something: 'working-day', or 'working-days-later' with 'is'.");
        if (map.Has("working-days-later") != map.Has("is")) map.Problems.Add(map.Place, "'working-days-later' and 'is' stand together.");
        return date is { } on ? new(map.Place, on, isWorking, days, then, note) : null;
    }

    private static IEnumerable<PackExample> Work(Case one, WorkingCalendar calendar)
    {
        if (one.IsWorking is { } expected)
            yield return new(one.Place, new("calendar.example-working-day", Fact.On(one.Date)), [YesOrNo(expected)], [YesOrNo(calendar.IsWorkingDay(one.Date))], [], one.Note);
        if (one is { Days: { } days, Then: { } then })
            yield return new(one.Place, new("calendar.example-days-later", Fact.On(one.Date), Fact.Number(days)), [Fact.On(then)], [Fact.On(calendar.WorkingDayAfter(one.Date, days))], [], one.Note);
    }

    private static Fact YesOrNo(bool answer) => Fact.Word(answer ? "policies.yes" : "policies.no");

    [GeneratedRegex(@"^[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}\z")]
    private static partial Regex SpanPattern();

    private sealed record SpecialHours(DateInterval Dates, DayHours Open);

    private sealed record Case(Place Place, LocalDate Date, bool? IsWorking, int? Days, LocalDate? Then, Bilingual? Note);
}
