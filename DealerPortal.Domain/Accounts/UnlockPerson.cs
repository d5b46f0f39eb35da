using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Accounts;

/// <summary>An administrator ends the waiting after too many wrong passwords.</summary>
public sealed class UnlockPerson(PortalWork work)
{
    public sealed record Request(Guid UserId);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        !actor.Administers ? Refusal.NotAllowed : await work.Do(actor, async db =>
        {
            if (await db.Users.SingleOrDefaultAsync(user => user.Id == request.UserId, stop) is not { } user) return Refusal.NotFound;
            if (user is { LockoutEnd: null, AccessFailedCount: 0 }) return Outcome.Done;

            user.Unlock();
            db.Note(new(Happening.UserUnlocked, user.Id, user.DealerId, null, Fact.Of(user.FullName)));
            db.Announce(Topics.People);
            return Outcome.Done;
        }, stop);
}
