namespace DealerPortal.Domain.Callbacks;

/// <summary>One answer of a dealer: a score, or his words.</summary>
public sealed class SurveyAnswer
{
    private SurveyAnswer() { }

    internal SurveyAnswer(Guid callbackId, string question, int? score, bool isSatisfied, string? words) =>
        (Id, CallbackId, Question, Score, IsSatisfied, Words) = (Guid.CreateVersion7(), callbackId, question, score, isSatisfied, words);

    public Guid Id { get; private set; }

    public Guid CallbackId { get; private set; }

    /// <summary>The question's code in the edition the callback stands on.</summary>
    public string Question { get; private set; } = "";

    /// <summary>Null for an answer in words.</summary>
    public int? Score { get; private set; }

    /// <summary>As the edition counted it when it was given.</summary>
    public bool IsSatisfied { get; private set; }

    public string? Words { get; private set; }

    /// <summary>An answer as a form gives it.</summary>
    public sealed record Said(string Question, int? Score, string? Words);
}
