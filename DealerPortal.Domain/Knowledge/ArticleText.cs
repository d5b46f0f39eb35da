namespace DealerPortal.Domain.Knowledge;

/// <summary>What an article says: what is seen, where it comes from, and what helps.</summary>
public sealed record ArticleText(string Title, string Symptom, string Cause, string Remedy)
{
    /// <summary>What fits its columns, without blanks around it.</summary>
    public ArticleText Trimmed() => new(Cut(Title, 120), Cut(Symptom, 4000), Cut(Cause, 4000), Cut(Remedy, 4000));

    /// <summary>All of it, for whoever looks for a name in it.</summary>
    public string Whole => string.Join('\n', Title, Symptom, Cause, Remedy);

    /// <summary>The first part that is still empty; null when none is.</summary>
    public string? Missing =>
        string.IsNullOrWhiteSpace(Title) ? "title" : string.IsNullOrWhiteSpace(Symptom) ? "symptom" : string.IsNullOrWhiteSpace(Cause) ? "cause" : string.IsNullOrWhiteSpace(Remedy) ? "remedy" : null;

    private static string Cut(string text, int atMost) => text.Trim() is var trimmed && trimmed.Length > atMost ? trimmed[..atMost] : trimmed;
}
