using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Knowledge;

/// <summary>Writes an article anew, or begins one. What it said before is kept.</summary>
public sealed class WriteArticle(ArticleWork articles, PortalWork work, IClock clock)
{
    /// <param name="Id">Made by the form, so that beginning twice is once.</param>
    public sealed record Request(Guid Id, ArticleText Text, string? Family, string? Category);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (await Begin(request, actor, stop) is { } begun) return begun;
        return await articles.Do(request.Id, actor, Happening.ArticleWritten, _ => request.Text,
            (article, names, now) => article.Write(request.Text, request.Family, request.Category, names, actor, now), stop);
    }

    // Null where the article is there already.
    private async Task<Outcome?> Begin(Request request, Actor actor, CancellationToken stop)
    {
        var outcome = await work.Do<bool>(actor, async db =>
        {
            if (!Article.MayWrite(actor)) return Refusal.NotAllowed;
            if (await db.Articles.AnyAsync(one => one.Id == request.Id, stop)) return false;
            if (string.IsNullOrWhiteSpace(request.Text.Title)) return new Refusal("article.part-missing", null, "title");
            var article = new Article(request.Id, request.Text, request.Family, request.Category, null, actor.Name, clock.GetCurrentInstant());
            db.Articles.Add(article);
            ArticleWork.Note(db, article, Happening.ArticleDrafted);
            return true;
        }, stop);
        return outcome is { IsDone: true, Value: false } ? null : new Outcome(outcome.Refusal);
    }
}
