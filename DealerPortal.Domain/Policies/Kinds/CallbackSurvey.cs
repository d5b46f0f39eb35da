namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>What a dealer is asked in a callback, and which answers count as satisfied.</summary>
public sealed class CallbackSurvey : Rule
{
    internal CallbackSurvey(Heading head, Terms terms, Func<CallbackSurvey, IEnumerable<PackExample>> examples) : base(head)
    {
        (Questions, Lowest, Highest, SatisfiedFrom, HouseRule) = (terms.Questions, terms.Lowest, terms.Highest, terms.SatisfiedFrom, terms.HouseRule);
        Examples = [.. examples(this)];
    }

    public IReadOnlyList<SurveyQuestion> Questions { get; }

    public int Lowest { get; }

    public int Highest { get; }

    /// <summary>The lowest score that counts as satisfied.</summary>
    public int SatisfiedFrom { get; }

    public Bilingual? HouseRule { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    public IEnumerable<int> Scale => Enumerable.Range(Lowest, Highest - Lowest + 1);

    public bool Takes(int score) => score >= Lowest && score <= Highest;

    public bool IsSatisfied(int score) => score >= SatisfiedFrom;

    internal sealed record Terms(IReadOnlyList<SurveyQuestion> Questions, int Lowest, int Highest, int SatisfiedFrom, Bilingual? HouseRule);
}
