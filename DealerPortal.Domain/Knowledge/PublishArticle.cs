using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Knowledge;

/// <summary>Shows an article to its readers: the staff, or every dealer too. Nothing of a dealer may stand in it, whoever reads it.</summary>
public sealed class PublishArticle(ArticleWork articles)
{
    public sealed record Request(Guid Id, Audience Audience);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        articles.Do(request.Id, actor, Happening.ArticlePublished, article => article.Text, (article, names, now) => article.Publish(request.Audience, names, now), stop);
}
