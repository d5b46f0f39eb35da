using NodaTime;

namespace DealerPortal.Domain.Knowledge;

/// <summary>An article as it once read. Only ever added.</summary>
public sealed class ArticleRevision
{
    private ArticleRevision() { }

    internal ArticleRevision(int number, ArticleText text, string by, Instant at)
    {
        (Id, Number, By, At) = (Guid.CreateVersion7(), number, by, at);
        (Title, Symptom, Cause, Remedy) = (text.Title, text.Symptom, text.Cause, text.Remedy);
    }

    public Guid Id { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public string Symptom { get; private set; } = "";

    public string Cause { get; private set; } = "";

    public string Remedy { get; private set; } = "";

    public string By { get; private set; } = "";

    public Instant At { get; private set; }

    public ArticleText Text => new(Title, Symptom, Cause, Remedy);
}
