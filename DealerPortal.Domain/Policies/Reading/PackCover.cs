using NodaTime;

namespace DealerPortal.Domain.Policies.Reading;

/// <summary>What <c>pack.yaml</c> says of an edition: its names, its families, and which clause files it has, in reading order.</summary>
internal sealed record PackCover(Bilingual Title, Bilingual Source, LocalDate AppliesFrom, IReadOnlyList<Family> Families, IReadOnlyList<string> Clauses, Place Place)
{
    public const string File = "pack.yaml";

    private static readonly PackForm<Measure> MeasureForm = Forms.OneOf([.. Enum.GetValues<Measure>().Select(measure => (measure.Code(), measure))]);

    /// <summary>The cover, or null when something on it is wrong.</summary>
    public static PackCover? Read(string pack, string edition, string text, PackProblems problems)
    {
        PackCover? cover = null;
        var isClean = problems.NoneIn(() =>
        {
            if (PackYaml.Read($"{pack}/{edition}/{File}", text, problems) is { } root && PackMap.Open(root, problems) is { } map) cover = Read(pack, edition, map);
        });
        return isClean ? cover : null;
    }

    private static PackCover Read(string pack, string edition, PackMap map)
    {
        Same(map, "pack", Forms.Code, pack);
        Same(map, "edition", Forms.EditionName, edition);
        var (title, source) = (map.Need("title", Forms.TwoLanguages), map.Need("source", Forms.TwoLanguages));
        var applies = map.Need("applies", Forms.Map(AppliesFromKey));
        var families = map.Need("families", Forms.List(Forms.Map(Family)));
        var clauses = map.Need("clauses", Forms.List(Forms.Code));
        map.Close();
        Once(map, "families", families?.Select(family => family?.Code));
        Once(map, "clauses", clauses);
        return new(title!, source!, applies ?? default, families!, clauses!, map.Place);
    }

    public static LocalDate? AppliesFromKey(PackMap map) => map.Need("from", Forms.Date);

    private static Family Family(PackMap map) =>
        new(map.Need("code", Forms.Code)!, map.Need("zh", Forms.Text)!, map.Need("en", Forms.Text)!, map.Need("measure", MeasureForm));

    private static void Same(PackMap map, string key, PackForm<string> form, string folder)
    {
        if (map.Need(key, form) is { } said && said != folder) map.Problems.Add(map.PlaceOf(key), $"'{said}' stands in the folder '{folder}'; both have one name.");
    }

    private static void Once(PackMap map, string key, IEnumerable<string?>? codes)
    {
        foreach (var twice in (codes ?? []).OfType<string>().GroupBy(code => code).Where(same => same.Count() > 1))
            map.Problems.Add(map.PlaceOf(key), $"'{twice.Key}' stands here twice.");
    }
}
