using DealerPortal.Domain.Complaints;
using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Domain.Knowledge;

/// <summary>The capability's own part of the list of what is registered.</summary>
internal static class KnowledgeSetup
{
    public static void AddKnowledge(this IServiceCollection services)
    {
        services.AddSingleton<ICaseClosing, DraftFromCase>();
        Type[] all = [typeof(ArticleWork), typeof(WriteArticle), typeof(PublishArticle), typeof(RetireArticle), typeof(KnowledgeList), typeof(SuggestionList), typeof(ArticleSheet)];
        foreach (var type in all) services.AddSingleton(type);
    }
}
