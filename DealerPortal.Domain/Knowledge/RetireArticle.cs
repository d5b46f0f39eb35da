using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Knowledge;

/// <summary>Takes an article from its readers, because it no longer holds or never helped. It is kept.</summary>
public sealed class RetireArticle(ArticleWork articles)
{
    public sealed record Request(Guid Id);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        articles.Do(request.Id, actor, Happening.ArticleRetired, article => article.Text, (article, _, now) => article.Retire(now), stop);
}
