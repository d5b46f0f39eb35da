using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>The rule that somebody must be left to administer the portal.</summary>
internal static class LastAdministrator
{
    /// <summary>Why this person cannot leave the circle of administrators, or null when he can. Two who leave at once meet at <see cref="Administration"/>.</summary>
    public static async Task<Refusal?> Leaves(Guid userId, Actor actor, PortalDb db, Instant now, CancellationToken stop)
    {
        (await db.Administrations.SingleAsync(stop)).Touch(now);
        // Somebody without a password was invited and never came: he cannot be the one who is left, unless it is he who acts.
        var others = await db.Users.AnyAsync(
            user => user.Id != userId && user.DisabledAt == null && (user.PasswordHash != null || user.Id == actor.UserId) && user.Posts.Any(post => post.Role == Role.Administrator), stop);
        return others ? null : new("accounts.last-administrator");
    }
}
