using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Accounts;

/// <summary>An administrator lets a person in again who was shut out.</summary>
public sealed class EnablePerson(PortalWork work)
{
    public sealed record Request(Guid UserId);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        !actor.Administers ? Refusal.NotAllowed : await work.Do(actor, async db =>
        {
            if (await db.Users.SingleOrDefaultAsync(user => user.Id == request.UserId, stop) is not { } user) return Refusal.NotFound;
            if (!user.IsDisabled) return Outcome.Done;

            user.Enable();
            db.Note(new(Happening.UserEnabled, user.Id, user.DealerId, null, Fact.Of(user.FullName)));
            db.Announce(Topics.People);
            return Outcome.Done;
        }, stop);
}
