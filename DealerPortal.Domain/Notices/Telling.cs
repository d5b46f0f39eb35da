using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Notices;

/// <summary>Tells people some news inside a piece of work: saved with the change that made it news, and told to each of them once.</summary>
/// <remarks>When two pieces of work tell the same at once, the unique key lets one of them through and <see cref="PortalWork"/> runs the other again,
/// which then finds everybody told. What a channel is to carry out of the portal is laid into the outbox here, in the same save.</remarks>
public static class Telling
{
    /// <summary>Tells everybody who may act for the dealer.</summary>
    public static Task TellDealer(this PortalDb db, Guid dealerId, News news, Instant now, CancellationToken stop) =>
        db.Tell(db.Users.Where(user => user.DealerId == dealerId), news, now, stop);

    /// <summary>Tells everybody who holds the role for the region or for all regions; with no region given, everybody who holds it anywhere.</summary>
    public static Task TellRole(this PortalDb db, Role role, string? region, News news, Instant now, CancellationToken stop) =>
        db.Tell(db.Users.Where(user => db.Posts.Any(post => post.UserId == user.Id && post.Role == role && (region == null || post.Region == null || post.Region == region))), news, now, stop);

    /// <summary>Tells one person.</summary>
    public static Task TellUser(this PortalDb db, Guid userId, News news, Instant now, CancellationToken stop) =>
        db.Tell(db.Users.Where(user => user.Id == userId), news, now, stop);

    /// <summary>Tells each dealer's people the news meant for them, all of it in two questions of the database; a dealer may be named more than once.</summary>
    public static async Task TellDealers(this PortalDb db, IReadOnlyCollection<(Guid Dealer, News News)> all, Instant now, CancellationToken stop)
    {
        if (all.Count == 0) return;
        var (dealers, kinds, keys) = (all.Select(one => one.Dealer).Distinct().ToArray(), all.Select(one => one.News.Kind).Distinct().ToArray(), all.Select(one => one.News.Key).ToArray());
        var people = (await db.Users.Where(user => user.DisabledAt == null && dealers.Contains(user.DealerId!.Value))
            .Select(user => new { user.Id, user.DealerId, Chosen = db.NoticeChoices.Where(choice => choice.UserId == user.Id && kinds.Contains(choice.Kind)).ToList() }).ToListAsync(stop))
            .ToLookup(user => user.DealerId!.Value);
        var users = people.SelectMany(some => some).Select(person => person.Id).ToArray();
        var told = (await db.Notices.Where(notice => users.Contains(notice.UserId) && keys.Contains(notice.Key)).Select(notice => new { notice.UserId, notice.Key }).ToListAsync(stop)).ToHashSet();
        foreach (var (dealer, news) in all)
            foreach (var person in people[dealer].Where(person => told.Add(new { UserId = person.Id, news.Key })))
                db.Tell(person.Id, MannerOf(news, person.Chosen.Find(choice => choice.Kind == news.Kind)?.Manner), news, now);
    }

    // People who may no longer sign in are not told. Whoever was told in this same piece of work, perhaps for another role of his, is not told again.
    private static async Task Tell(this PortalDb db, IQueryable<User> people, News news, Instant now, CancellationToken stop)
    {
        var untold = await people
            .Where(user => user.DisabledAt == null && !db.Notices.Any(notice => notice.UserId == user.Id && notice.Key == news.Key))
            .Select(user => new { user.Id, Chosen = db.NoticeChoices.Where(choice => choice.UserId == user.Id && choice.Kind == news.Kind).Select(choice => (NoticeManner?)choice.Manner).FirstOrDefault() })
            .ToListAsync(stop);
        foreach (var person in untold.Where(person => !db.Notices.Local.Any(notice => notice.UserId == person.Id && notice.Key == news.Key)))
            db.Tell(person.Id, MannerOf(news, person.Chosen), news, now);
    }

    private static NoticeManner MannerOf(News news, NoticeManner? chosen) => NoticeAudience.IsChoosable(news.Kind) ? chosen ?? NoticeManner.Loud : NoticeManner.Loud;

    private static void Tell(this PortalDb db, Guid userId, NoticeManner manner, News news, Instant now)
    {
        if (manner is NoticeManner.Off) return;

        var notice = new Notice(news, userId, manner is NoticeManner.Quiet, now);
        db.Notices.Add(notice);
        if (!notice.IsQuiet) db.Outbox.AddRange(db.Channels.Select(channel => new OutboxEntry(notice, channel)));
        db.Announce(Topics.User(userId));
    }
}
