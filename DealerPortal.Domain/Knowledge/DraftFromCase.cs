using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Knowledge;

/// <summary>Drafts an article from a case that closes: what the dealer saw, what was found, what helped. Somebody of after-sales makes an article of it.</summary>
public sealed class DraftFromCase(PolicyBook book) : ICaseClosing
{
    public async Task Closed(PortalDb db, Complaint one, Instant now, CancellationToken stop)
    {
        if (await db.Articles.AnyAsync(article => article.CaseId == one.Id, stop)) return;

        var problem = book.Edition(one.Pack, one.Edition).Problems.Find(one.Category);
        var text = new ArticleText(problem?.Name.Zh ?? one.Number, one.Description, Join(one.Judgement, one.CauseNote), one.CurrentPlan?.Explanation ?? "");
        var remedies = string.Join(',', one.CurrentPlan?.Remedies.OrderBy(remedy => remedy.Place).Select(remedy => remedy.Code) ?? []);
        var article = new Article(Guid.CreateVersion7(), text, one.Family, one.Category, new(one.Id, one.Cause, remedies), "portal", now);
        db.Articles.Add(article);
        ArticleWork.Note(db, article, Happening.ArticleDrafted);
    }

    private static string Join(params string?[] parts) => string.Join('\n', parts.Where(part => !string.IsNullOrWhiteSpace(part)).Distinct());
}
