using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Knowledge;

/// <summary>One article. A dealer reads what it says, and nothing of where it came from.</summary>
public sealed class ArticleSheet(IDbContextFactory<PortalDb> contexts)
{
    /// <param name="ChangedBy">Null for a dealer.</param>
    /// <param name="Case">The case it was drafted from, for whoever may see that case.</param>
    /// <param name="Revisions">How it read before, newest first; for those who write.</param>
    public sealed record View(
        Guid Id, ArticleText Text, string? Family, string? Category, string? CauseCode, IReadOnlyList<string> Remedies, ArticleState State, Audience Audience,
        Instant ChangedAt, string? ChangedBy, Origin? Case, IReadOnlyList<Revision> Revisions, bool MayWrite);

    public sealed record Origin(Guid Id, string Number);

    public sealed record Revision(int Number, ArticleText Text, string By, Instant At);

    /// <summary>Null for "not there" and "not yours".</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var one = await db.Articles.AsNoTracking().SeenBy(actor).Include(article => article.Revisions).SingleOrDefaultAsync(article => article.Id == id, stop);
        if (one is null) return null;
        var from = actor.IsDealer || one.CaseId is null ? null
            : await db.Complaints.SeenBy(actor, db).Where(found => found.Id == one.CaseId).Select(found => new Origin(found.Id, found.Number)).SingleOrDefaultAsync(stop);
        var writes = Article.MayWrite(actor);
        IReadOnlyList<Revision> revisions = writes || actor.Is(Role.Auditor)
            ? [.. one.Revisions.OrderByDescending(revision => revision.Number).Select(revision => new Revision(revision.Number, revision.Text, revision.By, revision.At))] : [];
        return new(one.Id, one.Text, one.Family, one.Category, one.CauseCode, one.RemedyCodes.Split(',', StringSplitOptions.RemoveEmptyEntries), one.State, one.Audience,
            one.ChangedAt, actor.IsDealer ? null : one.ChangedBy, from, revisions, writes);
    }
}
