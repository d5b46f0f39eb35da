using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Accounts;

/// <summary>Ends every session of a person: his own wish, or an administrator's.</summary>
public sealed class SignOutEverywhere(PortalWork work)
{
    public sealed record Request(Guid UserId);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        !actor.Administers && actor.UserId != request.UserId ? Refusal.NotAllowed : await work.Do(actor, async db =>
        {
            if (await db.Users.SingleOrDefaultAsync(user => user.Id == request.UserId, stop) is not { } user) return Refusal.NotFound;

            user.EndSessions();
            db.Note(new(Happening.SignedOutEverywhere, user.Id, user.DealerId, null, Fact.Of(user.FullName)));
            db.Announce(Topics.User(user.Id));
            return Outcome.Done;
        }, stop);
}
