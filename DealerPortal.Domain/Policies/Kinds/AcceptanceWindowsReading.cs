using System.Text.RegularExpressions;
using DealerPortal.Domain.Policies.Reading;
using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="AcceptanceWindows"/> from its file.</summary>
internal static partial class AcceptanceWindowsReading
{
    private static readonly PackForm<Within> WithinForm = Forms.Scalar("a time such as 4 hours, same day or 2 days, more than zero", ParseWithin);

    private static readonly (string Key, Measure Measure)[] Measures = [("sets", Measure.Sets), ("pieces", Measure.Pieces), ("metres", Measure.Metres)];

    public static Rule? Read(ClauseReading reading)
    {
        var map = reading.Map;
        AcceptanceWindows.Terms? terms = null;
        IReadOnlyList<Case?> cases = [];
        var isClean = reading.Problems.NoneIn(() =>
        {
            var late = map.Need("late", Forms.Map(group => Late(reading, group)));
            var silence = map.Need("silence", Forms.Map(group => SilenceOf(reading, group)));
            var recordBack = map.Need("record-back", Forms.Map(group => RecordBack(reading, group)));
            var rows = map.Need("windows", Forms.List(Forms.Map(group => Row(reading, group))));
            cases = reading.Examples(group => CaseOf(reading, group));
            map.Close();
            terms = new(rows!, late!, silence!, recordBack?.Ruling!, recordBack?.Reason);
        });
        return isClean && reading.Problems.NoneIn(() => WindowTable.Check(terms!.Rows, reading.Edition.Families, map.PlaceOf("windows"), reading.Problems))
            ? new AcceptanceWindows(reading.Head, terms!, rule => reading.Edition.Calendar is { } calendar ? cases.Select(one => Work(one!, rule, calendar)) : [])
            : null;
    }

    private static LatePickUp Late(ClauseReading reading, PackMap map) =>
        new(reading.Part(map), map.Need("from", Forms.Time) ?? default, map.Need("next-day-at", Forms.Time) ?? default, ClauseReading.HouseRule(map));

    private static Silence SilenceOf(ClauseReading reading, PackMap map)
    {
        var clause = reading.Part(map);
        map.Need("means", Forms.OneOf(["accepted"]));
        var afterwards = map.Need("afterwards", Forms.Map(group =>
        {
            group.Need("means", Forms.OneOf(["paid-service-only"]));
            return new Box<Clause>(reading.Part(group));
        }));
        return new(clause, afterwards?.Value ?? clause);
    }

    private static RecordBackBound RecordBack(ClauseReading reading, PackMap map)
    {
        var (clause, days, reason) = (reading.Part(map), map.Need("at-most", Forms.Days) ?? 0, ClauseReading.HouseRule(map));
        return new(new(Duration.FromDays(days), clause, [new("window.record-back", Fact.Number(days))], reason is not null), reason);
    }

    private static WindowRow Row(ClauseReading reading, PackMap map)
    {
        var clause = reading.Part(map);
        var families = map.Need("families", Forms.List(reading.Edition.Family));
        var ranges = Measures.Select(one => (one.Key, one.Measure, Range: map.May(one.Key, Forms.Map(RangeOf)))).Where(one => one.Range is not null).ToList();
        foreach (var (key, _, _) in ranges.Skip(1)) map.Problems.Add(map.PlaceOf(key), $"a row has one measure; '{ranges[0].Key}' stands here already.");
        var (_, measure, range) = ranges.FirstOrDefault();
        return new(clause, families ?? [], measure, range?.From ?? 0, range?.Below, map.Need("within", WithinForm)!, ClauseReading.HouseRule(map), map.Place);
    }

    private static Range RangeOf(PackMap map)
    {
        var range = new Range(map.May("from", Forms.Quantity), map.May("below", Forms.Quantity));
        if (!map.Has("from") && !map.Has("below")) map.Problems.Add(map.Place, "a range has 'from', 'below' or both.");
        return range;
    }

    private static Case? CaseOf(ClauseReading reading, PackMap map)
    {
        var pickedUp = map.Need("picked-up", Forms.DateAndTime);
        var goods = reading.Edition.Families.Select(family => (family, Quantity: map.May(family.Code, Forms.Quantity))).Where(one => map.Has(one.family.Code)).ToList();
        if (goods.Count != 1) map.Problems.Add(map.Place, "an example has one family with its quantity.");
        foreach (var (family, _) in goods.Where(one => one.Quantity == 0)) map.Problems.Add(map.PlaceOf(family.Code), "a quantity is more than zero.");
        var ends = map.Need("ends", ExampleTime.Deadline);
        var note = map.May("note", Forms.TwoLanguages);
        return pickedUp is { } at && ends is { } end && goods is [var (one, quantity)] ? new(map.Place, at, one, quantity ?? 0, end, note) : null;
    }

    private static PackExample Work(Case one, AcceptanceWindows rule, WorkingCalendar calendar)
    {
        var pickedUp = calendar.At(one.PickedUp);
        var ruling = rule.For(one.Family.Code, one.Quantity, pickedUp, calendar);
        var asked = new Step("window.example", Fact.At(pickedUp), Fact.Word("family." + one.Family.Code), Fact.Number(one.Quantity), one.Family.Measure.Word(one.Quantity));
        return new(one.Place, asked, [Fact.At(calendar.At(one.Ends))], [Fact.At(ruling.Value.Ends)], ruling.Steps, one.Note);
    }

    private static Within? ParseWithin(string text) => WithinPattern().Match(text) switch
    {
        { Success: false } => null,
        { Groups: var groups } when groups["hours"].Success => new Within.Hours(Forms.Whole(groups["hours"].Value)!.Value),
        { Groups: var groups } => new Within.EndOfDay(groups["days"].Success ? Forms.Whole(groups["days"].Value)!.Value : 0),
    };

    [GeneratedRegex(@"^(same day|(?<hours>[1-9][0-9]{0,3}) hours?|(?<days>[1-9][0-9]{0,3}) days?)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex WithinPattern();

    private sealed record Range(decimal? From, decimal? Below);

    private sealed record Case(Place Place, LocalDateTime PickedUp, Family Family, decimal Quantity, LocalDateTime Ends, Bilingual? Note);

    private sealed record RecordBackBound(Ruling<Duration> Ruling, Bilingual? Reason);

    private sealed record Box<T>(T Value);
}
