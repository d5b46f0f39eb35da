using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Knowledge;

/// <summary>One verb on one article: load it for those who write, let the verb decide, note it.</summary>
public sealed class ArticleWork(PortalWork work, IClock clock)
{
    /// <param name="text">The text that the verb would show to readers; looked through for what belongs to a dealer.</param>
    /// <param name="act">The verb, with what was found of a dealer in the text.</param>
    internal Task<Outcome> Do(Guid id, Actor actor, Happening what, Func<Article, ArticleText> text, Func<Article, Refusal?, Instant, Outcome<bool>> act, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!Article.MayWrite(actor)) return Refusal.NotAllowed;
            if (await db.Articles.SeenBy(actor).Include(one => one.Terms).Include(one => one.Revisions).AsSplitQuery().SingleOrDefaultAsync(one => one.Id == id, stop) is not { } found)
                return Refusal.NotFound;
            var names = await NamesOfDealers.Find(db, text(found), found.CaseId, stop);
            var outcome = act(found, names, clock.GetCurrentInstant());
            if (outcome is { IsDone: true, Value: true }) Note(db, found, what);
            return new Outcome(outcome.Refusal);
        }, stop);

    internal static void Note(PortalDb db, Article article, Happening what)
    {
        // No dealer reads of it: an article is the company's own.
        db.Note(new(what, article.Id, null, null, Fact.Of(article.Title), Fact.Number(article.Revisions.Count), Fact.Word($"article.audience.{article.Audience}")));
        db.Announce(Topics.Knowledge);
    }
}
