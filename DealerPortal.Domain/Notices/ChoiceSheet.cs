using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Notices;

/// <summary>How a person is told what he can be told.</summary>
public sealed class ChoiceSheet(IDbContextFactory<PortalDb> contexts)
{
    /// <param name="Always">What he is told in any case.</param>
    public sealed record View(IReadOnlyList<Choice> Choices, IReadOnlyList<NoticeKind> Always);

    public sealed record Choice(NoticeKind Kind, NoticeManner Manner);

    public async Task<View> For(Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var chosen = await db.NoticeChoices.AsNoTracking().Where(choice => choice.UserId == actor.UserId).ToDictionaryAsync(choice => choice.Kind, choice => choice.Manner, stop);
        var kinds = NoticeAudience.KindsFor(actor).ToLookup(NoticeAudience.IsChoosable);
        return new([.. kinds[true].Select(kind => new Choice(kind, chosen.GetValueOrDefault(kind)))], [.. kinds[false]]);
    }
}
