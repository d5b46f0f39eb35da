using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>An administrator makes a new one-time link for a person who lost the first one, or forgot the password. Earlier links are void.</summary>
public sealed class InvitePerson(PortalWork work, IClock clock)
{
    /// <param name="Secret">Made by the form and shown there once.</param>
    public sealed record Request(Guid UserId, Secret Secret);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        !actor.Administers ? Refusal.NotAllowed
        : !request.Secret.IsWhole ? new Refusal("accounts.link-spent")
        : await work.Do(actor, async db =>
        {
            if (await db.Users.SingleOrDefaultAsync(user => user.Id == request.UserId, stop) is not { } user) return Refusal.NotFound;
            if (user.IsDisabled) return new Refusal("accounts.enable-first");
            if (await db.Invitations.AnyAsync(invitation => invitation.SecretHash == request.Secret.Hash, stop)) return Outcome.Done;

            var now = clock.GetCurrentInstant();
            foreach (var open in await db.Invitations.Where(invitation => invitation.UserId == user.Id && invitation.UsedAt == null).ToListAsync(stop)) open.Withdraw(now);
            db.Invitations.Add(new(user.Id, request.Secret, now));
            db.Note(new(Happening.UserInvited, user.Id, user.DealerId, null, Fact.Of(user.FullName)));
            return Outcome.Done;
        }, stop);
}
