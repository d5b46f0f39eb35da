using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Knowledge;

/// <summary>Published articles that resemble what somebody is writing: the more of its words stand in title or symptom, and the rarer they are, the sooner.</summary>
public sealed class SuggestionList(IDbContextFactory<PortalDb> contexts)
{
    public const int AtMost = 4;

    /// <summary>How many words of the text are tried, and how many articles are read for each: what a suggestion costs, whatever the library holds.</summary>
    public const int Words = 24, Newest = 60;

    public async Task<IReadOnlyList<KnowledgeList.Row>> For(string text, string? family, Actor actor, CancellationToken stop)
    {
        var pieces = Cut.Telling(text, Words);
        if (pieces.Count == 0) return [];
        await using var db = await contexts.CreateDbContextAsync(stop);
        var marks = new[] { ArticleReach.MarkFor(actor, ArticleState.Published) };
        var likeness = new Dictionary<long, (double Weight, int Words)>();
        foreach (var piece in pieces)
        {
            var ask = SearchQuestion.With(piece, marks);
            var hits = await TextSearch.Hits(db, ask, long.MaxValue, Newest).ToListAsync(stop);
            foreach (var hit in hits)
            {
                var so = likeness.GetValueOrDefault(hit);
                likeness[hit] = (so.Weight + 1 / Math.Log2(1 + hits.Count + 1), so.Words + 1);
            }
        }
        // One common pair in a longer text is chance; two are likeness.
        var best = likeness.Where(one => one.Value.Words >= (pieces.Count > 4 ? 2 : 1)).OrderByDescending(one => one.Value.Weight).ThenByDescending(one => one.Key).Take(AtMost * 3).Select(one => one.Key).ToList();
        var rows = await KnowledgeList.Read(db, best, actor, stop);
        return [.. rows.Where(row => family is null || row.Family is null || row.Family == family).Take(AtMost)];
    }
}
