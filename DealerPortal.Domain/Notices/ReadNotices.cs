using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Notices;

/// <summary>A person has seen some of his notices, or all that he was shown.</summary>
public sealed class ReadNotices(PortalWork work, IClock clock)
{
    /// <param name="Id">One notice; null for all of them.</param>
    /// <param name="UpTo">With no id: all that were told up to this instant, so that what arrives meanwhile stays news.</param>
    public sealed record Request(Guid? Id, Instant? UpTo = null);

    /// <remarks>Somebody else's notice is not found among one's own, and nothing happens.</remarks>
    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        actor.UserId is not { } me
            ? Task.FromResult<Outcome>(Refusal.NotAllowed)
            : work.Do(actor, async db =>
            {
                var unread = db.Notices.Where(notice => notice.UserId == me && notice.ReadAt == null);
                unread = request.Id is { } id ? unread.Where(notice => notice.Id == id) : unread.Where(notice => notice.At <= request.UpTo);
                foreach (var notice in await unread.ToListAsync(stop)) notice.Read(clock.GetCurrentInstant());
                db.Announce(Topics.User(me));
                return Outcome.Done;
            }, stop);
}
