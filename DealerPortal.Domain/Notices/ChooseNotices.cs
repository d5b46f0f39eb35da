using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Notices;

/// <summary>A person says how he wants to be told a kind of news from now on. It stands in the history: nobody can say later that he was not told.</summary>
public sealed class ChooseNotices(PortalWork work)
{
    public sealed record Request(NoticeKind Kind, NoticeManner Manner);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (actor.UserId is not { } me || !NoticeAudience.KindsFor(actor).Contains(request.Kind) || !Enum.IsDefined(request.Manner)) return Refusal.NotAllowed;
        if (!NoticeAudience.IsChoosable(request.Kind)) return new Refusal("notice.must-be-told");

        return await work.Do(actor, async db =>
        {
            var choice = await db.NoticeChoices.SingleOrDefaultAsync(found => found.UserId == me && found.Kind == request.Kind, stop);
            var before = choice?.Manner ?? NoticeManner.Loud;
            if (before == request.Manner) return Outcome.Done;

            if (choice is null) db.NoticeChoices.Add(new(me, request.Kind, request.Manner));
            else choice.Become(request.Manner);
            db.Note(new(Happening.NoticesChosen, me, actor.DealerId, null, Fact.Word($"notice-kind.{request.Kind}"), Fact.Word($"notice-manner.{before}"), Fact.Word($"notice-manner.{request.Manner}")));
            db.Announce(Topics.User(me));
            return Outcome.Done;
        }, stop);
    }
}
