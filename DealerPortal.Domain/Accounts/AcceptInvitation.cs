using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>A person sets the password by the one-time link.</summary>
public sealed class AcceptInvitation(PortalWork work, IDbContextFactory<PortalDb> contexts, IClock clock, IPasswordHasher<User> hasher)
{
    private static readonly Refusal Spent = new("accounts.link-spent");

    public sealed record Request(Secret Secret, string Password);

    /// <summary>Whose link it is, as the page greets the person.</summary>
    public sealed record Guest(string UserName, string FullName);

    /// <summary>Reads the link without spending it.</summary>
    public async Task<Outcome<Guest>> Look(Secret secret, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await Find(secret, db, stop) is var (_, user) ? new Guest(user.UserName!, user.FullName) : Spent;
    }

    /// <summary>Answers with the person's id.</summary>
    public Task<Outcome<Guid>> Run(Request request, string from, CancellationToken stop) => work.Do<Guid>(Actor.System(from), async db =>
    {
        if (await Find(request.Secret, db, stop) is not var (invitation, user)) return Spent;
        if (Password.Check(request.Password, user.UserName!) is { } unfit) return unfit;
        if (invitation.Use(clock.GetCurrentInstant()).Refusal is { } refusal) return refusal;

        user.TakePassword(hasher.HashPassword(user, request.Password));
        db.Note(new(Happening.PasswordSet, user.Id, user.DealerId, null, Fact.Of(user.FullName)));
        db.Announce(Topics.User(user.Id));
        db.Announce(Topics.People);
        return user.Id;
    }, stop);

    private async Task<(Invitation, User)?> Find(Secret secret, PortalDb db, CancellationToken stop)
    {
        var invitation = await db.Invitations.SingleOrDefaultAsync(invitation => invitation.SecretHash == secret.Hash, stop);
        if (invitation?.IsOpen(clock.GetCurrentInstant()) != true) return null;
        var user = await db.Users.SingleAsync(user => user.Id == invitation.UserId, stop);
        return user.IsDisabled ? null : (invitation, user);
    }
}
