using System.Text.RegularExpressions;
using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="ProblemCatalogue"/> from its file.</summary>
internal static partial class ProblemCatalogueReading
{
    private static readonly PackForm<string> GroupCode = Forms.Scalar<string>("a group such as 1-1 or 2", text => GroupPattern().IsMatch(text) ? text : null);

    private static readonly PackForm<string> ProblemCode = Forms.Scalar<string>("a problem such as 1-1.4", text => ProblemPattern().IsMatch(text) ? text : null);

    private static readonly PackForm<string> Payer = Forms.OneOf(["company", "dealer"]);

    public static Rule? Read(ClauseReading reading)
    {
        var map = reading.Map;
        ProblemCatalogue.Terms? terms = null;
        IReadOnlyList<Case?> cases = [];
        var isClean = reading.Problems.NoneIn(() =>
        {
            var groups = map.Need("groups", Forms.List(Forms.Map(GroupOf))) ?? [];
            var problems = map.Need("problems", Forms.List(Forms.Map(group => ProblemOf(reading, group)))) ?? [];
            var causes = map.Need("causes", Forms.List(Forms.Map(group => CauseOf(reading, group)))) ?? [];
            cases = reading.Examples(group => CaseOf(reading, group));
            map.Close();
            terms = new(groups!, problems!, causes!);
        });
        return isClean && reading.Problems.NoneIn(() => Check(terms!, map)) ? new ProblemCatalogue(reading.Head, terms!, rule => cases.Select(one => Work(one!, rule))) : null;
    }

    private static ProblemGroup? GroupOf(PackMap map)
    {
        var (code, zh, en) = (map.Need("code", GroupCode), map.Need("zh", Forms.Text), map.Need("en", Forms.Text));
        return code is null || zh is null || en is null ? null : new(code, new(zh, en));
    }

    private static Problem? ProblemOf(ClauseReading reading, PackMap map)
    {
        var (clause, code, zh, en) = (reading.Part(map), map.Need("code", ProblemCode), map.Need("zh", Forms.Text), map.Need("en", Forms.Text));
        var families = map.May("families", Forms.List(reading.Edition.Family)) ?? [];
        var (photos, order, why) = (map.May("photos", Forms.Count) ?? 0, map.May("needs-order", Forms.YesOrNo) ?? false, ClauseReading.HouseRule(map));
        var more = map.May("more-photos", Forms.List(Forms.Map(group => MoreOf(reading, group)))) ?? [];
        var late = map.May("late-delivery", Forms.YesOrNo) ?? false;
        return code is null || zh is null || en is null ? null : new(clause, code, new(zh, en), families, photos, order, why) { IsLateDelivery = late, MorePhotos = [.. more.Select(one => one!.Value)] };
    }

    private static (string Family, int Photos)? MoreOf(ClauseReading reading, PackMap map) =>
        (map.Need("family", reading.Edition.Family), map.Need("photos", Forms.Count)) is ({ } family, { } photos) ? (family, photos) : null;

    private static WhoPays? CauseOf(ClauseReading reading, PackMap map)
    {
        var (clause, cause) = (reading.Part(map), map.Need("cause", Forms.OneOf(ProblemCatalogue.CauseCodes)));
        var (freight, material, labour) = (map.Need("freight", Payer), map.Need("material", Payer), map.Need("labour", Payer));
        return cause is null ? null : new(clause, cause, freight!, material!, labour!);
    }

    private static void Check(ProblemCatalogue.Terms terms, PackMap map)
    {
        foreach (var twice in terms.Problems.GroupBy(problem => problem.Code).Where(same => same.Count() > 1)) map.Problems.Add(map.PlaceOf("problems"), $"'{twice.Key}' stands here twice.");
        foreach (var (problem, more) in terms.Problems.SelectMany(problem => problem.MorePhotos.Select(more => (problem, more))).Where(pair => !pair.problem.Families.Contains(pair.more.Family)))
            map.Problems.Add(map.PlaceOf("problems"), $"'{problem.Code}' asks for photos of '{more.Family}', which it does not befall.");
        foreach (var stray in terms.Problems.Where(problem => terms.Groups.All(group => group.Code != problem.Group))) map.Problems.Add(map.PlaceOf("problems"), $"'{stray.Code}' belongs to no group.");
        foreach (var cause in ProblemCatalogue.CauseCodes.Where(cause => terms.Causes.Count(row => row.Cause == cause) != 1)) map.Problems.Add(map.PlaceOf("causes"), $"'{cause}' stands here exactly once.");
    }

    private static Case? CaseOf(ClauseReading reading, PackMap map)
    {
        var (family, problems) = (map.May("family", reading.Edition.Family), map.Need("problems", Forms.List(ProblemCode)));
        var note = map.May("note", Forms.TwoLanguages);
        return problems is null ? null : new(map.Place, family, problems, note);
    }

    private static PackExample Work(Case one, ProblemCatalogue rule) => new(
        one.Place, one.Family is { } family ? new Step("problem.example", Fact.Word("family." + family)) : new Step("problem.example-no-goods"),
        [.. one.Problems.Select(Fact.Of)], [.. rule.For(one.Family).Select(problem => Fact.Of(problem.Code))], [], one.Note);

    [GeneratedRegex(@"^[1-9](-[1-9])?\z")]
    private static partial Regex GroupPattern();

    [GeneratedRegex(@"^[1-9](-[1-9])?\.[1-9][0-9]?\z")]
    private static partial Regex ProblemPattern();

    private sealed record Case(Place Place, string? Family, IReadOnlyList<string> Problems, Bilingual? Note);
}
