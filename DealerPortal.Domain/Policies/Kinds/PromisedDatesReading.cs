using DealerPortal.Domain.Policies.Reading;
using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="PromisedDates"/> from its file.</summary>
internal static class PromisedDatesReading
{
    private static readonly PackForm<Shade?> ShadeForm = Forms.OneOf<Shade?>(("plain", Shade.Plain), ("coloured", Shade.Coloured));

    public static Rule? Read(ClauseReading reading)
    {
        var map = reading.Map;
        PromisedDates.Terms? terms = null;
        IReadOnlyList<Case?> cases = [];
        var isClean = reading.Problems.NoneIn(() =>
        {
            var confirmed = map.Need("confirmed", Forms.Map(group => new Box(reading.Part(group))));
            var cutOff = map.Need("cut-off", Forms.Map(group => new DayCutOff(reading.Part(group), group.Need("at", Forms.Time) ?? default, ClauseReading.HouseRule(group))));
            var plain = map.Need("plain-colours", Forms.List(Forms.Text)) ?? [];
            var none = map.Need("no-colour", Forms.Map(group => new ColourRule(plain, group.Need("counts-as", ShadeForm) ?? default, ClauseReading.HouseRule(group))));
            var rows = map.Need("days", Forms.List(Forms.Map(group => Row(reading, group)))) ?? [];
            var large = map.Need("large-orders", Forms.List(Forms.Map(group => Large(reading, group)))) ?? [];
            var remind = map.Need("remind-after", Forms.Hours) ?? 1;
            cases = reading.Examples(group => CaseOf(reading, group));
            map.Close();
            terms = new(confirmed?.Clause ?? default, cutOff!, none!, rows!, large!, Duration.FromHours(remind));
        });
        return isClean && reading.Problems.NoneIn(() => Check(terms!.Rows, reading))
            ? new PromisedDates(reading.Head, terms!, rule => reading.Edition.Calendar is { } calendar ? cases.Select(one => Work(one!, rule, calendar)) : [])
            : null;
    }

    private static PromiseRow? Row(ClauseReading reading, PackMap map)
    {
        var (clause, families) = (reading.Part(map), map.Need("families", Forms.List(reading.Edition.Family)));
        var (shade, days, why) = (map.May("colour", ShadeForm), map.Need("within", Forms.Days), ClauseReading.HouseRule(map));
        return families is null || days is null ? null : new(clause, families, shade, days.Value, why);
    }

    private static LargeOrder? Large(ClauseReading reading, PackMap map)
    {
        var (clause, families) = (reading.Part(map), map.Need("families", Forms.List(reading.Edition.Family)));
        var (area, count) = (map.May("square-metres", Forms.Map(Above)), map.May("sets", Forms.Map(Above)));
        if (map.Has("square-metres") == map.Has("sets")) map.Problems.Add(map.Place, "a limit is of 'square-metres' or of 'sets'.");
        return families is null || (area ?? count) is not { } limit ? null : new(clause, families, area is not null, limit.Size);

        static Limit Above(PackMap group) => new(group.Need("above", Forms.Quantity) ?? 0);
    }

    // Each family in each shade has exactly one time: no gap, no overlap.
    private static void Check(IReadOnlyList<PromiseRow> rows, ClauseReading reading)
    {
        foreach (var family in reading.Edition.Families.Select(family => family.Code))
            foreach (var shade in Enum.GetValues<Shade>())
            {
                var count = rows.Count(row => row.Holds(family, shade));
                if (count == 1) continue;
                reading.Problems.Add(reading.Map.PlaceOf("days"), $"{(count == 0 ? "gap" : "overlap")}: '{family}' ({shade.ToString().ToLowerInvariant()}) has {count} times; it has exactly one.");
                break;
            }
    }

    private static Case? CaseOf(ClauseReading reading, PackMap map)
    {
        var (confirmed, family, colour) = (map.Need("confirmed", Forms.DateAndTime), map.Need("family", reading.Edition.Family), map.May("colour", Forms.Text));
        var (shipBy, note) = (map.Need("ship-by", ExampleTime.Deadline), map.May("note", Forms.TwoLanguages));
        return confirmed is { } at && family is not null && shipBy is { } end ? new(map.Place, at, family, colour, end, note) : null;
    }

    private static PackExample Work(Case one, PromisedDates rule, WorkingCalendar calendar)
    {
        var confirmed = calendar.At(one.Confirmed);
        var ruling = rule.For(one.Family, one.Colour, confirmed, calendar);
        var asked = one.Colour is null
            ? new Step("promised.example", Fact.At(confirmed), Fact.Word("family." + one.Family))
            : new Step("promised.example-coloured", Fact.At(confirmed), Fact.Word("family." + one.Family), Fact.Of(one.Colour));
        return new(one.Place, asked, [Fact.At(calendar.At(one.ShipBy))], [Fact.At(calendar.EndOf(ruling.Value))], ruling.Steps, one.Note);
    }

    private sealed record Case(Place Place, LocalDateTime Confirmed, string Family, string? Colour, LocalDateTime ShipBy, Bilingual? Note);

    private sealed record Box(Clause Clause);

    private sealed record Limit(decimal Size);
}
