using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>An administrator shuts a person out; open pages stop at once, or with their next check at the latest.</summary>
public sealed class DisablePerson(PortalWork work, IClock clock)
{
    public sealed record Request(Guid UserId);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop)
    {
        if (!actor.Administers) return Refusal.NotAllowed;
        if (request.UserId == actor.UserId) return new Refusal("accounts.not-yourself");

        return await work.Do(actor, async db =>
        {
            if (await db.Users.SingleOrDefaultAsync(user => user.Id == request.UserId, stop) is not { } user) return Refusal.NotFound;
            if (user.IsDisabled) return Outcome.Done;
            if (user.Holds(Role.Administrator, null) && await LastAdministrator.Leaves(user.Id, actor, db, clock.GetCurrentInstant(), stop) is { } refusal) return refusal;

            user.Disable(clock.GetCurrentInstant());
            db.Note(new(Happening.UserDisabled, user.Id, user.DealerId, null, Fact.Of(user.FullName)));
            db.Announce(Topics.User(user.Id));
            db.Announce(Topics.People);
            return Outcome.Done;
        }, stop);
    }
}
