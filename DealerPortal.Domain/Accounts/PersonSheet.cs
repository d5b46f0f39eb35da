using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>One person, as the administrator sees and changes him, or as he sees himself.</summary>
public sealed class PersonSheet(IDbContextFactory<PortalDb> contexts, PeopleList people, PortalSettings settings)
{
    /// <param name="LockedUntil">Null unless too many wrong passwords were typed.</param>
    /// <param name="InvitedUntil">Exclusive end of the open one-time link; null when there is none.</param>
    /// <param name="MayChange">Whether the reader administers.</param>
    public sealed record View(
        PeopleList.Person Person, bool IsOfDealer, Instant? DisabledAt, Instant? LockedUntil, Instant? InvitedUntil, string Language, bool MayChange);

    /// <summary>Null for "not there" and "not yours".</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        if (!PeopleList.IsFor(actor) && actor.UserId != id) return null;

        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, stop) is not { } user) return null;
        var dealer = await db.Dealers.Where(dealer => dealer.Id == user.DealerId).Select(dealer => dealer.Code + " " + dealer.Name).SingleOrDefaultAsync(stop);
        var invited = await db.Invitations.Where(invitation => invitation.UserId == id && invitation.UsedAt == null && invitation.WithdrawnAt == null)
            .Select(invitation => (Instant?)invitation.EndsAt).FirstOrDefaultAsync(stop);
        var person = people.Show(user, dealer);
        return new(
            person, user.DealerId is not null, user.DisabledAt,
            person.Standing == PeopleList.Standing.Locked ? Instant.FromDateTimeOffset(user.LockoutEnd!.Value) : null,
            invited, user.Language, actor.Administers);
    }

    /// <summary>The regions that posts can be held for.</summary>
    public async Task<IReadOnlyList<string>> Regions(Actor actor, CancellationToken stop)
    {
        if (!actor.Administers) return [];
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await Duty.Regions(db, settings, stop);
    }

    /// <summary>A few dealers whose code or name begins or contains so, for a form to offer.</summary>
    public async Task<IReadOnlyList<(string Code, string Name)>> Dealers(string like, Actor actor, CancellationToken stop)
    {
        if (!actor.Administers) return [];
        await using var db = await contexts.CreateDbContextAsync(stop);
        var found = await db.Dealers.Where(dealer => dealer.Code.StartsWith(like) || dealer.Name.Contains(like))
            .OrderBy(dealer => dealer.Code).Take(10).Select(dealer => new { dealer.Code, dealer.Name }).ToListAsync(stop);
        return [.. found.Select(dealer => (dealer.Code, dealer.Name))];
    }
}
