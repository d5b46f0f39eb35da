using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Knowledge;

/// <summary>Which articles an actor may read: those who write all of them, other staff what is published, a dealer's people what is published for everybody.</summary>
internal static class ArticleReach
{
    public static IQueryable<Article> SeenBy(this IQueryable<Article> articles, Actor actor)
    {
        if (actor.IsDealer) return articles.Where(one => one.State == ArticleState.Published && one.Audience == Audience.Everyone);
        if (actor.IsStaff && (Article.MayWrite(actor) || actor.Is(Role.Auditor))) return articles;
        return actor.IsStaff ? articles.Where(one => one.State == ArticleState.Published) : articles.Where(_ => false);
    }

    /// <summary>The mark that what this actor finds must bear.</summary>
    public static string MarkFor(Actor actor, ArticleState state) =>
        actor.IsDealer ? Article.ForEveryone : Article.MarkOf(Article.MayWrite(actor) || actor.Is(Role.Auditor) ? state : ArticleState.Published);
}
