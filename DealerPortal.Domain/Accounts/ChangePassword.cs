using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Accounts;

/// <summary>A person changes his own password. Every other session of his ends.</summary>
public sealed class ChangePassword(PortalWork work, IPasswordHasher<User> hasher)
{
    public sealed record Request(string Current, string Password);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) => work.Do(actor, async db =>
    {
        if (await db.Users.SingleOrDefaultAsync(user => user.Id == actor.UserId, stop) is not { IsDisabled: false } user) return Refusal.NotFound;
        if (user.PasswordHash is not { } hash || hasher.VerifyHashedPassword(user, hash, request.Current) == PasswordVerificationResult.Failed)
            return new Refusal("accounts.current-password", null, "current");
        if (Password.Check(request.Password, user.UserName!) is { } unfit) return unfit;

        user.TakePassword(hasher.HashPassword(user, request.Password));
        db.Note(new(Happening.PasswordSet, user.Id, user.DealerId, null, Fact.Of(user.FullName)));
        db.Announce(Topics.User(user.Id));
        return Outcome.Done;
    }, stop);
}
