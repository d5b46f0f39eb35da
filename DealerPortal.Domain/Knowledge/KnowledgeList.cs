using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Knowledge;

/// <summary>Articles that answer a search: first those with all of it in the title, then with the symptom, then anywhere. In each of these, what stands there in one piece
/// comes first, then what resembles it more (see <see cref="Likeness"/>), then the newest. Without words, the newest.</summary>
/// <remarks>Each tier is read along the index a window of its newest at a time, and ranked inside the window: the hundredth thousand of articles costs no more than the first.</remarks>
public sealed class KnowledgeList(IDbContextFactory<PortalDb> contexts)
{
    public const int PageSize = 20;

    /// <summary>How many of a tier's newest are ranked against each other.</summary>
    public const int Window = 120;

    /// <param name="State">For those who write; others find what is published.</param>
    public sealed record Question(string? Text = null, string? Family = null, ArticleState State = ArticleState.Published, Cursor? After = null);

    /// <param name="Next">Where the following page begins; null on the last one.</param>
    public sealed record View(IReadOnlyList<Row> Rows, Cursor? Next);

    public sealed record Row(Guid Id, string Title, string Symptom, string? Family, string? CauseCode, ArticleState State, Audience Audience, Instant ChangedAt);

    /// <summary>Behind the last article of a page: its tier, the number before which its window begins, and how many of that window were shown.</summary>
    public sealed record Cursor(int Tier, long Before, int Shown)
    {
        internal static Cursor StartOf(int tier) => new(tier, long.MaxValue, 0);
    }

    public async Task<View> For(Question question, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var (wanted, tiers, page) = (Cut.Asked(question.Text ?? ""), Tiers(question, actor), new List<(Row Row, Cursor Behind)>());
        var at = question.After ?? Cursor.StartOf(0);
        while (at.Tier < tiers.Count && page.Count <= PageSize)
        {
            var numbers = await TextSearch.Hits(db, tiers[at.Tier], at.Before, Window).ToListAsync(stop);
            // From the first of them on, so that what is published meanwhile moves nothing.
            var here = at.Before == long.MaxValue && numbers.Count > 0 ? at with { Before = numbers[0] + 1 } : at;
            var ranked = (await Read(db, numbers, actor, stop)).OrderByDescending(row => Likeness.Of(wanted, row.Title, row.Symptom)).Skip(here.Shown).Take(PageSize + 1 - page.Count);
            page.AddRange(ranked.Select((row, i) => (row, here with { Shown = here.Shown + i + 1 })));
            at = numbers.Count < Window ? Cursor.StartOf(at.Tier + 1) : new(at.Tier, numbers[^1], 0);
        }
        return new([.. page.Take(PageSize).Select(one => one.Row)], page.Count > PageSize ? page[PageSize - 1].Behind : null);
    }

    /// <summary>The articles of these numbers, in this order, as far as the reader may see them: the index proposes, this decides.</summary>
    internal static async Task<IReadOnlyList<Row>> Read(PortalDb db, IReadOnlyList<long> numbers, Actor actor, CancellationToken stop)
    {
        if (numbers.Count == 0) return [];
        var found = await db.Articles.AsNoTracking().SeenBy(actor).Where(one => numbers.Contains(one.Terms.Seq))
            .Select(one => new { one.Terms.Seq, Row = new Row(one.Id, one.Title, one.Symptom, one.Family, one.CauseCode, one.State, one.Audience, one.ChangedAt) }).ToDictionaryAsync(one => one.Seq, stop);
        return [.. numbers.Where(found.ContainsKey).Select(number => found[number].Row)];
    }

    /// <summary>A search's questions to the index, one a tier: numbers of articles, newest first, a window at the most.</summary>
    public static IReadOnlyList<IQueryable<long>> Hits(PortalDb db, Question question, Actor actor) => [.. Tiers(question, actor).Select(ask => TextSearch.Hits(db, ask, long.MaxValue, Window))];

    // Words that hold nothing to look for, such as a lone comma, find nothing.
    private static IReadOnlyList<Ask> Tiers(Question question, Actor actor)
    {
        List<string> marks = question.Family is { } family ? [ArticleReach.MarkFor(actor, question.State), Article.MarkOfFamily(family)] : [ArticleReach.MarkFor(actor, question.State)];
        if (string.IsNullOrWhiteSpace(question.Text)) return [SearchQuestion.Only(marks)];
        return Cut.Asked(question.Text).Count == 0 ? [] : SearchQuestion.Tiers(question.Text, marks);
    }
}
