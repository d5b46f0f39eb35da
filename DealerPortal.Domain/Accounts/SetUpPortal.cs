using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>The first person of a new portal makes himself its administrator, by the one-time link from the log.</summary>
public sealed class SetUpPortal(PortalWork work, IDbContextFactory<PortalDb> contexts, IClock clock, IPasswordHasher<User> hasher)
{
    private static readonly Refusal Spent = new("accounts.link-spent");

    public sealed record Request(Secret Secret, string UserName, string FullName, string Password);

    /// <summary>Makes the link while nobody can sign in yet; null once somebody can.</summary>
    public async Task<Secret?> Offer(CancellationToken stop)
    {
        var secret = Secret.New();
        var offered = await work.Do(Actor.System("set-up"), async db =>
        {
            var administration = await db.Administrations.SingleAsync(stop);
            if (administration.FoundedAt is not null || await db.Users.AnyAsync(stop)) return Spent;
            administration.Offer(secret, clock.GetCurrentInstant());
            return Outcome.Done;
        }, stop);
        return offered.IsDone ? secret : null;
    }

    /// <summary>Whether the link would still do, for the page to say so before the form is filled.</summary>
    public async Task<Outcome> Look(Secret secret, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return (await db.Administrations.AsNoTracking().SingleAsync(stop)).Accepts(secret, clock.GetCurrentInstant()) ? Outcome.Done : Spent;
    }

    /// <summary>Answers with the administrator's id.</summary>
    public async Task<Outcome<Guid>> Run(Request request, Actor actor, CancellationToken stop)
    {
        var (userName, fullName) = (request.UserName.Trim(), request.FullName.Trim());
        if (!AddPerson.UserNames().IsMatch(userName)) return new Refusal("accounts.user-name", null, "userName");
        if (fullName.Length is 0 or > 100) return new Refusal("accounts.full-name", null, "fullName", Fact.Number(100));
        if (Password.Check(request.Password, userName) is { } refusal) return refusal;

        return await work.Do<Guid>(actor, async db =>
        {
            var administration = await db.Administrations.SingleAsync(stop);
            var now = clock.GetCurrentInstant();
            if (!administration.Accepts(request.Secret, now)) return Spent;

            var user = new User(Guid.CreateVersion7(), userName, fullName, null);
            user.TakePassword(hasher.HashPassword(user, request.Password));
            administration.Touch(now);
            db.Users.Add(user);
            db.Note(new(Happening.UserAdded, user.Id, null, null, Fact.Of(fullName), Fact.Of(userName)));
            new Duty(Role.Administrator, null).Give(user, db);
            return user.Id;
        }, stop);
    }
}
