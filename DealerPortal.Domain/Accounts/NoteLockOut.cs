using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Accounts;

/// <summary>Keeps in the history that a name was locked after too many wrong passwords.</summary>
public sealed class NoteLockOut(PortalWork work)
{
    public Task<Outcome> Run(Guid userId, CancellationToken stop) => work.Do(Actor.System("sign-in"), async db =>
    {
        var user = await db.Users.SingleAsync(user => user.Id == userId, stop);
        db.Note(new(Happening.UserLockedOut, user.Id, user.DealerId, null, Fact.Of(user.FullName)));
        db.Announce(Topics.People);
        return Outcome.Done;
    }, stop);
}
