using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>Reads <see cref="CallbackSurvey"/> from its file.</summary>
internal static class CallbackSurveyReading
{
    private static readonly PackForm<bool?> AnswerForm = Forms.OneOf<bool?>(("scale", true), ("text", false));

    public static Rule? Read(ClauseReading reading)
    {
        var map = reading.Map;
        CallbackSurvey.Terms? terms = null;
        IReadOnlyList<Case?> cases = [];
        var isClean = reading.Problems.NoneIn(() =>
        {
            var why = ClauseReading.HouseRule(map);
            var scale = map.Need("scale", Forms.Map(group => new Scale(group.Need("from", Forms.Count) ?? 0, group.Need("to", Forms.Count) ?? 0, group.Need("satisfied-from", Forms.Count) ?? 0)));
            var questions = map.Need("questions", Forms.List(Forms.Map(QuestionOf))) ?? [];
            cases = reading.Examples(CaseOf);
            map.Close();
            Check(scale, questions, map);
            terms = scale is null ? null : new(questions!, scale.From, scale.To, scale.SatisfiedFrom, why);
        });
        return isClean && reading.Problems.NoneIn(() => CheckCases(cases, terms!, reading)) ? new CallbackSurvey(reading.Head, terms!, rule => cases.Select(one => Work(one!, rule))) : null;
    }

    private static SurveyQuestion? QuestionOf(PackMap map)
    {
        var (code, zh, en, scored) = (map.Need("question", Forms.Code), map.Need("zh", Forms.Text), map.Need("en", Forms.Text), map.Need("answer", AnswerForm));
        return code is null || zh is null || en is null || scored is null ? null : new(code, new(zh, en), scored.Value);
    }

    private static void Check(Scale? scale, IReadOnlyList<SurveyQuestion?> questions, PackMap map)
    {
        if (scale is not null && (scale.From >= scale.To || scale.SatisfiedFrom <= scale.From || scale.SatisfiedFrom > scale.To || scale.To > 10))
            map.Problems.Add(map.PlaceOf("scale"), "a scale rises from its lowest to its highest score, 10 at most, and satisfaction begins above the lowest.");
        foreach (var twice in questions.OfType<SurveyQuestion>().GroupBy(question => question.Code).Where(same => same.Count() > 1)) map.Problems.Add(map.PlaceOf("questions"), $"'{twice.Key}' stands here twice.");
        if (map.Has("questions") && questions.All(question => question is not { IsScored: true })) map.Problems.Add(map.PlaceOf("questions"), "satisfaction needs at least one question with a scale.");
    }

    private static void CheckCases(IReadOnlyList<Case?> cases, CallbackSurvey.Terms terms, ClauseReading reading)
    {
        foreach (var one in cases.OfType<Case>().Where(one => one.Answers.Any(score => score < terms.Lowest || score > terms.Highest)))
            reading.Problems.Add(one.Place, $"a score lies between {terms.Lowest} and {terms.Highest}.");
    }

    private static Case? CaseOf(PackMap map)
    {
        var (answers, satisfied, note) = (map.Need("answers", Forms.List(Forms.Count)), map.Need("satisfied", Forms.Count), map.May("note", Forms.TwoLanguages));
        return answers is null || satisfied is null ? null : new(map.Place, [.. answers.OfType<int>()], satisfied.Value, note);
    }

    private static PackExample Work(Case one, CallbackSurvey rule) => new(
        one.Place, new("survey.example", Fact.Of(string.Join(" · ", one.Answers))), [Fact.Number(one.Satisfied)], [Fact.Number(one.Answers.Count(rule.IsSatisfied))], [], one.Note);

    private sealed record Scale(int From, int To, int SatisfiedFrom);

    private sealed record Case(Place Place, IReadOnlyList<int> Answers, int Satisfied, Bilingual? Note);
}
