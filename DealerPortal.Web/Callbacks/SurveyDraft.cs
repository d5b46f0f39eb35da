using DealerPortal.Domain;
using DealerPortal.Domain.Callbacks;

namespace DealerPortal.Web.Callbacks;

/// <summary>What stands in a survey's form while it is being filled in.</summary>
public sealed class SurveyDraft
{
    private readonly Guid caseId = Guid.CreateVersion7();

    public Dictionary<string, int> Scores { get; } = [];

    public Dictionary<string, string> Words { get; } = [];

    /// <summary>By case: whether the dealer is content with it.</summary>
    public Dictionary<Guid, bool> Content { get; } = [];

    public Dictionary<Guid, string> Whys { get; } = [];

    public bool HasProblem { get; set; }

    public string? Family { get; set; }

    public string? Category { get; set; }

    public Guid? Order { get; set; }

    public string Description { get; set; } = "";

    public Callback.Talk Talk => new(
        [.. Scores.Select(score => new SurveyAnswer.Said(score.Key, score.Value, null)), .. Words.Where(words => words.Value.Length > 0).Select(words => new SurveyAnswer.Said(words.Key, null, words.Value))],
        [.. Content.Select(word => new Callback.CaseWord(word.Key, word.Value ? null : Whys.GetValueOrDefault(word.Key, "")))]);

    public CallConsequences.NewProblem? Problem => HasProblem ? new(caseId, Family, Category, Description, Order) : null;

    /// <summary>The first case on which nothing was said yet.</summary>
    public Refusal? Missing(IReadOnlyList<(Guid CaseId, string Number)> cases) =>
        cases.Where(one => !Content.ContainsKey(one.CaseId)).Select(one => new Refusal("callback.case-missing", null, "cases", Fact.Of(one.Number))).FirstOrDefault();
}
