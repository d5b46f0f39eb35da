using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Knowledge;

/// <summary>What the company learned about a problem: what is seen, where it comes from, what helps. Ordinarily drafted from a case that closed.</summary>
public sealed class Article : IRoot
{
    private readonly List<ArticleRevision> revisions = [];

    private Article() { }

    public Article(Guid id, ArticleText text, string? family, string? category, Origin? from, string by, Instant now)
    {
        (Id, Family, Category, BegunAt) = (id, family, category, now);
        (CaseId, CauseCode, RemedyCodes) = (from?.CaseId, from?.CauseCode, from?.RemedyCodes ?? "");
        Keep(text, by, now);
        Terms = new(id, Pieces);
    }

    /// <param name="RemedyCodes">Codes of the remedies that helped, with commas between them.</param>
    public sealed record Origin(Guid CaseId, string? CauseCode, string RemedyCodes);

    public Guid Id { get; private set; }

    public string Title { get; private set; } = "";

    public string Symptom { get; private set; } = "";

    public string Cause { get; private set; } = "";

    public string Remedy { get; private set; } = "";

    /// <summary>Code of the product family; null for any.</summary>
    public string? Family { get; private set; }

    /// <summary>Code of the problem in the pack's catalogue; null for any.</summary>
    public string? Category { get; private set; }

    public string? CauseCode { get; private set; }

    public string RemedyCodes { get; private set; } = "";

    /// <summary>The case it was drafted from; never shown to a dealer.</summary>
    public Guid? CaseId { get; private set; }

    public ArticleState State { get; private set; }

    public Audience Audience { get; private set; }

    public Instant BegunAt { get; private set; }

    public Instant ChangedAt { get; private set; }

    public string ChangedBy { get; private set; } = "";

    public Instant? PublishedAt { get; private set; }

    public int Version { get; private set; }

    public ArticleTerms Terms { get; private set; } = null!;

    public IReadOnlyList<ArticleRevision> Revisions => revisions;

    public ArticleText Text => new(Title, Symptom, Cause, Remedy);

    /// <summary>Whoever of after-sales handles cases writes what was learned from them.</summary>
    public static bool MayWrite(Actor actor) => actor.IsAny(Role.AfterSalesAgent, Role.AfterSalesSupervisor, Role.ServiceAssistant);

    /// <summary>Writes it anew; how it read before is kept. Answers whether anything is new.</summary>
    /// <param name="names">What in the new text belongs to a dealer; looked for where others than its writers read it.</param>
    public Outcome<bool> Write(ArticleText text, string? family, string? category, Refusal? names, Actor actor, Instant now)
    {
        text = text.Trimmed();
        if ((text, family, category) == (Text, Family, Category)) return false;
        if (State is ArticleState.Published && (Gap(text) ?? names) is { } refusal) return refusal;
        if (text.Missing is "title") return Gap(text)!;
        (Family, Category) = (family, category);
        Keep(text, actor.Name, now);
        Terms.Write(Pieces);
        return true;
    }

    /// <summary>Shows it to its readers. Publishing it for others than before is publishing it again.</summary>
    public Outcome<bool> Publish(Audience audience, Refusal? names, Instant now)
    {
        if (State is ArticleState.Published && Audience == audience) return false;
        if ((Gap(Text) ?? names) is { } refusal) return refusal;
        (State, Audience, PublishedAt, ChangedAt) = (ArticleState.Published, audience, now, now);
        Terms.Write(Pieces);
        return true;
    }

    /// <summary>Takes it from its readers. Answers whether anything changed.</summary>
    public bool Retire(Instant now)
    {
        if (State is ArticleState.Retired) return false;
        (State, ChangedAt) = (ArticleState.Retired, now);
        Terms.Write(Pieces);
        return true;
    }

    /// <summary>The mark of those that are published for everybody.</summary>
    internal const string ForEveryone = "everyone";

    internal static string MarkOf(ArticleState state) => ArticleTerms.Mark(state.ToString());

    internal static string MarkOfFamily(string family) => "f" + ArticleTerms.Mark(family);

    private string Pieces => ArticleTerms.Of(Text, Marks());

    private static Refusal? Gap(ArticleText text) => text.Missing is { } part ? new("article.part-missing", null, part) : null;

    private void Keep(ArticleText text, string by, Instant now)
    {
        text = text.Trimmed();
        (Title, Symptom, Cause, Remedy) = (text.Title, text.Symptom, text.Cause, text.Remedy);
        (ChangedAt, ChangedBy) = (now, by);
        revisions.Add(new(revisions.Count + 1, text, by, now));
    }

    private IEnumerable<string> Marks()
    {
        yield return MarkOf(State);
        if (State is ArticleState.Published && Audience is Audience.Everyone) yield return ForEveryone;
        if (Family is { } family) yield return MarkOfFamily(family);
    }
}
