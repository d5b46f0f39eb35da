using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="CallScripts"/> from its file.</summary>
internal static class CallScriptsReading
{
    public static Rule? Read(ClauseReading reading)
    {
        var map = reading.Map;
        CallScripts.Terms? terms = null;
        IReadOnlyList<Case?> cases = [];
        var isClean = reading.Problems.NoneIn(() =>
        {
            var situations = map.Need("situations", Forms.List(Forms.Map(group => ScriptOf(reading, group, isQuestion: false)))) ?? [];
            var questions = map.Need("questions", Forms.List(Forms.Map(group => ScriptOf(reading, group, isQuestion: true)))) ?? [];
            var intake = map.Need("intake", Forms.List(Forms.Map(AskedOf))) ?? [];
            var discretion = map.May("discretion", Forms.Map(group => new CallDiscretion(reading.Part(group), group.Need("tier", Forms.Code)!)));
            cases = reading.Examples(CaseOf);
            map.Close();
            var all = situations.Concat(questions).OfType<Script>().ToList();
            foreach (var twice in all.GroupBy(script => script.Code).Where(same => same.Count() > 1)) map.Problems.Add(map.PlaceOf("situations"), $"'{twice.Key}' stands here twice.");
            foreach (var field in CallScripts.Fields.Where(field => intake.OfType<Asked>().Count(asked => asked.Field == field) != 1)) map.Problems.Add(map.PlaceOf("intake"), $"'{field}' stands here exactly once.");
            terms = new(all, intake.OfType<Asked>().DistinctBy(asked => asked.Field).ToDictionary(asked => asked.Field, asked => asked.Say), discretion);
        });
        return isClean ? new CallScripts(reading.Head, terms!, rule => cases.Select(one => Work(one!, rule))) : null;
    }

    private static Script? ScriptOf(ClauseReading reading, PackMap map, bool isQuestion)
    {
        var (clause, code) = (reading.Part(map), map.Need("code", Forms.Code));
        var (title, say) = (map.Need("title", Forms.TwoLanguages), map.Need("say", Forms.TwoLanguages));
        return code is null || title is null || say is null ? null : new(clause, code, isQuestion, title, say);
    }

    private static Asked? AskedOf(PackMap map)
    {
        var (field, say) = (map.Need("field", Forms.OneOf(CallScripts.Fields)), map.Need("say", Forms.TwoLanguages));
        return field is null || say is null ? null : new(field, say);
    }

    private static Case? CaseOf(PackMap map)
    {
        var (search, finds) = (map.Need("search", Forms.Text), map.Need("finds", Forms.List(Forms.Code)));
        var note = map.May("note", Forms.TwoLanguages);
        return search is null || finds is null ? null : new(map.Place, search, finds, note);
    }

    private static PackExample Work(Case one, CallScripts rule) =>
        new(one.Place, new("scripts.example", Fact.Of(one.Search)), [.. one.Finds.Select(Fact.Of)], [.. rule.Search(one.Search).Select(script => Fact.Of(script.Code))], [], one.Note);

    private sealed record Asked(string Field, Bilingual Say);

    private sealed record Case(Place Place, string Search, IReadOnlyList<string> Finds, Bilingual? Note);
}
