using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="EvidenceNeeds"/> from its file.</summary>
internal static class EvidenceNeedsReading
{
    private static readonly string[] Demands = ["description", "freight-company", "weight", "signature"];

    public static Rule? Read(ClauseReading reading)
    {
        IReadOnlyList<(EvidenceRow Row, Place Place)> rows = [];
        IReadOnlyList<Case> cases = [];
        var isClean = reading.Problems.NoneIn(() =>
        {
            rows = reading.Map.Need("needs", Forms.List(Forms.Map(map => (Row(reading, map), map.Place)))) ?? [];
            cases = reading.Examples(map => CaseOf(reading, map))!;
            reading.Map.Close();
        });
        return isClean && reading.Problems.NoneIn(() => Check(rows, cases, reading))
            ? new EvidenceNeeds(reading.Head, [.. rows.Select(row => row.Row)], rule => cases.SelectMany(one => Work(one, rule)))
            : null;
    }

    private static EvidenceRow Row(ClauseReading reading, PackMap map)
    {
        var clause = reading.Part(map);
        var stage = map.Need("stage", Forms.OneOf(EvidenceNeeds.Stages));
        var families = map.Need("families", Forms.List(reading.Edition.Family));
        var (photos, packing) = (map.Need("photos-per-spot", Forms.Count) ?? 0, map.May("packing-photos", Forms.Count) ?? 0);
        if (map.Has("photos-per-spot") && photos == 0) map.Problems.Add(map.PlaceOf("photos-per-spot"), "damage is shown by at least one photo.");
        if (packing > photos && photos > 0) map.Problems.Add(map.PlaceOf("packing-photos"), $"packing photos are among the photos of a spot: at most {photos}.");
        var demands = map.May("requires", Forms.List(Forms.OneOf(Demands))) ?? [];
        var mayRefuse = map.May("may-refuse-goods", Forms.YesOrNo) ?? false;
        var installed = map.May("installed-without-consent", Forms.OneOf(["accepted"]));
        var need = new EvidenceNeed(photos, packing, demands.Contains("description"), demands.Contains("freight-company"), demands.Contains("weight"), demands.Contains("signature"), mayRefuse, installed is not null);
        return new(clause, stage!, families ?? [], need, ClauseReading.HouseRule(map));
    }

    // Every family is inspected somewhere, at no stage by two rows; gates pass the depot and the warehouse, other goods are looked at once.
    private static void Check(IReadOnlyList<(EvidenceRow Row, Place Place)> rows, IReadOnlyList<Case> cases, ClauseReading reading)
    {
        foreach (var family in reading.Edition.Families)
        {
            var mine = rows.Where(row => row.Row.Families.Contains(family.Code)).ToList();
            if (mine.Count == 0) reading.Problems.Add(reading.Map.PlaceOf("needs"), $"gap: '{family.Code}' is inspected at no stage.");
            foreach (var same in mine.GroupBy(row => row.Row.Stage).Where(same => same.Count() > 1))
                reading.Problems.Add(same.Last().Place, $"overlap: '{family.Code}' at stage '{same.Key}' is settled by line {same.First().Place.Line} too.");
        }

        foreach (var (_, place) in rows.Where(row => row.Row.Families.Count == 0)) reading.Problems.Add(place, "this row can never apply: it names no family.");
        foreach (var one in cases.Where(one => !rows.Any(row => row.Row.Stage == one.Stage && row.Row.Families.Contains(one.Family))))
            reading.Problems.Add(one.Place, $"the example does not hold: '{one.Family}' is not inspected at stage '{one.Stage}'.");
    }

    private static Case CaseOf(ClauseReading reading, PackMap map)
    {
        var read = new Case(map.Place, map.Need("family", reading.Edition.Family)!, map.Need("stage", Forms.OneOf(EvidenceNeeds.Stages))!,
            map.May("photos-per-spot", Forms.Count), map.May("packing-photos", Forms.Count),
            map.May("requires", Forms.List(Forms.OneOf(Demands))), map.May("may-refuse-goods", Forms.YesOrNo), map.May("note", Forms.TwoLanguages));
        if (read is { Photos: null, Packing: null, Requires: null, MayRefuse: null })
            map.Problems.Add(map.Place, "an example expects something: photos-per-spot, packing-photos, requires or may-refuse-goods.");
        return read;
    }

    private static IEnumerable<PackExample> Work(Case one, EvidenceNeeds rule)
    {
        var need = rule.For(one.Family, one.Stage).Value;
        if (one.Photos is { } photos) yield return Part("evidence.example-photos", [Fact.Number(photos)], [Fact.Number(need.PhotosPerSpot)]);
        if (one.Packing is { } packing) yield return Part("evidence.example-packing", [Fact.Number(packing)], [Fact.Number(need.PackingPhotos)]);
        if (one.Requires is { } words) yield return Part("evidence.example-requires", [.. Demands.Where(words.Contains).Select(Word)], [.. Marked(need).Intersect(Demands).Select(Word)]);
        if (one.MayRefuse is { } may) yield return Part("evidence.example-refusal", [YesOrNo(may)], [YesOrNo(need.MayRefuseGoods)]);

        PackExample Part(string about, IReadOnlyList<Fact> expected, IReadOnlyList<Fact> got) =>
            new(one.Place, new(about, Fact.Word("family." + one.Family), Fact.Word("stage." + one.Stage)), expected, got, [], one.Note);
    }

    private static IEnumerable<string> Marked(EvidenceNeed need) => EvidenceNeeds.Marks(need).Where(mark => mark.IsSet).Select(mark => mark.Word);

    private static Fact Word(string demand) => Fact.Word("demand." + demand);

    private static Fact YesOrNo(bool may) => Fact.Word(may ? "policies.yes" : "policies.no");

    private sealed record Case(Place Place, string Family, string Stage, int? Photos, int? Packing, IReadOnlyList<string>? Requires, bool? MayRefuse, Bilingual? Note);
}
