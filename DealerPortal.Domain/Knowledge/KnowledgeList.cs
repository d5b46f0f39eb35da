using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Knowledge;

/// <summary>Articles that answer a search: first those with all of it in the title, then with the symptom, then anywhere; newest first in each. Without words, the newest.</summary>
/// <remarks>Each tier is one read along the index that stops after a page, so that the hundredth thousand of articles costs no more than the first.</remarks>
public sealed class KnowledgeList(IDbContextFactory<PortalDb> contexts)
{
    public const int PageSize = 20;

    /// <param name="State">For those who write; others find what is published.</param>
    public sealed record Question(string? Text = null, string? Family = null, ArticleState State = ArticleState.Published, Cursor? After = null);

    /// <param name="Next">Where the following page begins; null on the last one.</param>
    public sealed record View(IReadOnlyList<Row> Rows, Cursor? Next);

    public sealed record Row(Guid Id, string Title, string Symptom, string? Family, string? CauseCode, ArticleState State, Audience Audience, Instant ChangedAt);

    /// <summary>The last article of the page before: its tier, and its number in it.</summary>
    public sealed record Cursor(int Tier, long Seq);

    public async Task<View> For(Question question, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var hits = await Hits(db, question, actor, stop);
        var rows = await Read(db, [.. hits.Take(PageSize).Select(hit => hit.Seq)], actor, stop);
        return new(rows, hits.Count > PageSize ? hits[PageSize - 1] : null);
    }

    /// <summary>The articles of these numbers, in this order, as far as the reader may see them: the index proposes, this decides.</summary>
    internal static async Task<IReadOnlyList<Row>> Read(PortalDb db, IReadOnlyList<long> numbers, Actor actor, CancellationToken stop)
    {
        var found = await db.Articles.AsNoTracking().SeenBy(actor).Where(one => numbers.Contains(one.Terms.Seq))
            .Select(one => new { one.Terms.Seq, Row = new Row(one.Id, one.Title, one.Symptom, one.Family, one.CauseCode, one.State, one.Audience, one.ChangedAt) }).ToDictionaryAsync(one => one.Seq, stop);
        return [.. numbers.Where(found.ContainsKey).Select(number => found[number].Row)];
    }

    /// <summary>One tier's one question to the index: numbers of articles, newest first.</summary>
    public static IQueryable<long> Hits(PortalDb db, Question question, int tier, Actor actor, int atMost = PageSize + 1)
    {
        var (wanted, marks) = (Cut.Asked(question.Text ?? ""), MarksOf(question, actor));
        var ask = wanted.Count == 0 ? SearchQuestion.Only(marks) : SearchQuestion.Tier(wanted, tier, marks);
        return TextSearch.Hits(db, ask, question.After?.Tier == tier ? question.After.Seq : long.MaxValue, atMost);
    }

    private static async Task<List<Cursor>> Hits(PortalDb db, Question question, Actor actor, CancellationToken stop)
    {
        var (hits, says) = (new List<Cursor>(), !string.IsNullOrWhiteSpace(question.Text));
        // Words that hold nothing to look for, such as a lone comma, find nothing.
        if (says && Cut.Asked(question.Text!).Count == 0) return hits;
        for (var tier = question.After?.Tier ?? 0; tier < (says ? SearchQuestion.Tiers : 1) && hits.Count <= PageSize; tier++)
        {
            var at = tier;
            hits.AddRange((await Hits(db, question, tier, actor, PageSize + 1 - hits.Count).ToListAsync(stop)).Select(number => new Cursor(at, number)));
        }
        return hits;
    }

    private static List<string> MarksOf(Question question, Actor actor) =>
        question.Family is { } family ? [ArticleReach.MarkFor(actor, question.State), Article.MarkOfFamily(family)] : [ArticleReach.MarkFor(actor, question.State)];
}
