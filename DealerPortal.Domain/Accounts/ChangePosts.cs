using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Accounts;

/// <summary>An administrator changes what a person does in the company; the person signs in anew with the new rights.</summary>
public sealed class ChangePosts(PortalWork work, IClock clock, PortalSettings settings)
{
    /// <param name="Duties">All the posts the person is to hold from now on.</param>
    public sealed record Request(Guid UserId, IReadOnlyList<Duty> Duties);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        !actor.Administers ? Refusal.NotAllowed : await work.Do(actor, async db =>
        {
            if (await db.Users.SingleOrDefaultAsync(user => user.Id == request.UserId, stop) is not { } user) return Refusal.NotFound;
            if (await Duty.Check(request.Duties, user.DealerId, db, settings, stop) is { } unfit) return unfit;

            var lost = user.Posts.Where(post => !request.Duties.Contains(new(post.Role, post.Region))).ToList();
            var won = request.Duties.Where(duty => !user.Holds(duty.Role, duty.Region)).Distinct().ToList();
            if (lost.Count + won.Count == 0) return Outcome.Done;
            if (await Administrators(user, actor, lost, won, db, stop) is { } refusal) return refusal;

            foreach (var post in lost) Duty.Take(post, user, db);
            foreach (var duty in won) duty.Give(user, db);
            db.Announce(Topics.User(user.Id));
            db.Announce(Topics.People);
            return Outcome.Done;
        }, stop);

    private async Task<Refusal?> Administrators(User user, Actor actor, List<Post> lost, List<Duty> won, PortalDb db, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (won.Exists(duty => duty.Role == Role.Administrator)) (await db.Administrations.SingleAsync(stop)).Touch(now);
        return lost.Exists(post => post.Role == Role.Administrator) ? await LastAdministrator.Leaves(user.Id, actor, db, now, stop) : null;
    }
}
