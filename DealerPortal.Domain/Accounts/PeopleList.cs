using System.Linq.Expressions;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>The people of the portal, by user name, for the administrator who changes and the auditor who looks.</summary>
public sealed class PeopleList(IDbContextFactory<PortalDb> contexts, IClock clock)
{
    public const int PageSize = 30;

    /// <summary>What keeps a person out, if anything does.</summary>
    public enum Standing
    {
        /// <summary>May come in.</summary>
        Active,
        /// <summary>Has not set a password yet.</summary>
        Invited,
        /// <summary>Typed too many wrong passwords.</summary>
        Locked,
        /// <summary>Was shut out by an administrator.</summary>
        Disabled,
    }

    /// <param name="Dealer">Code and name of the dealer; null for staff.</param>
    public sealed record Person(Guid Id, string UserName, string FullName, string? Dealer, IReadOnlyList<Duty> Duties, Standing Standing);

    /// <param name="Next">What to ask for next; null at the end.</param>
    public sealed record Page(IReadOnlyList<Person> People, string? Next);

    public static bool IsFor(Actor actor) => actor.IsAny(Role.Administrator, Role.Auditor);

    /// <param name="search">Part of the user name, of the person's name, or the dealer's whole code; null for everybody.</param>
    /// <param name="after">The user name that the page before ended with; null for the first page.</param>
    public async Task<Outcome<Page>> Read(string? search, string? after, Actor actor, CancellationToken stop)
    {
        if (!IsFor(actor)) return Refusal.NotAllowed;

        await using var db = await contexts.CreateDbContextAsync(stop);
        var query = db.Users.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search)) query = query.Where(Like(search.Trim(), db));
#pragma warning disable CA1309 // The database compares, in the order it sorts by.
        if (after is not null) query = query.Where(user => string.Compare(user.NormalizedUserName, User.Normal(after)) > 0);
#pragma warning restore CA1309
        var users = await query.OrderBy(user => user.NormalizedUserName).Take(PageSize + 1)
            .Select(user => new { User = user, Dealer = db.Dealers.Where(dealer => dealer.Id == user.DealerId).Select(dealer => dealer.Code + " " + dealer.Name).FirstOrDefault() })
            .ToListAsync(stop);
        var people = users.Take(PageSize).Select(row => Show(row.User, row.Dealer)).ToList();
        return new Page(people, users.Count > PageSize ? people[^1].UserName : null);
    }

    private static Expression<Func<User, bool>> Like(string search, PortalDb db)
    {
        var normal = User.Normal(search);
        return user => user.NormalizedUserName!.Contains(normal) || user.FullName.Contains(search)
            || db.Dealers.Any(dealer => dealer.Id == user.DealerId && dealer.Code == search);
    }

    internal Person Show(User user, string? dealer) => new(
        user.Id, user.UserName!, user.FullName, dealer, [.. user.Posts.Select(post => new Duty(post.Role, post.Region)).OrderBy(duty => duty.Role).ThenBy(duty => duty.Region)],
        user.IsDisabled ? Standing.Disabled
        : user.LockoutEnd is { } end && Instant.FromDateTimeOffset(end) > clock.GetCurrentInstant() ? Standing.Locked
        : user.PasswordHash is null ? Standing.Invited
        : Standing.Active);
}
