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
    public static Task TellDealer(this PortalDb db, Guid dealerId, News news, Instant now, CancellationToken stop) => db.Tell([new(new Readers.OfDealer(dealerId), news)], now, stop);

    /// <summary>Tells everybody who holds the role for the region or for all regions; with no region given, everybody who holds it anywhere.</summary>
    public static Task TellRole(this PortalDb db, Role role, string? region, News news, Instant now, CancellationToken stop) => db.Tell([new(new Readers.InRole(role, region), news)], now, stop);

    /// <summary>Tells one person.</summary>
    public static Task TellUser(this PortalDb db, Guid userId, News news, Instant now, CancellationToken stop) => db.Tell([new(new Readers.Person(userId), news)], now, stop);

    /// <summary>Tells many news at once. What it asks the database grows with the kinds of readers, and not with the news.</summary>
    /// <remarks>People who may no longer sign in are not told. Whoever was told in this same piece of work, perhaps for another role of his, is not told again.</remarks>
    public static async Task Tell(this PortalDb db, IReadOnlyList<Told> all, Instant now, CancellationToken stop)
    {
        var people = await db.Who([.. all.Select(one => one.To).Distinct()], stop);
        var users = people.Values.SelectMany(ids => ids).Distinct().ToArray();
        if (users.Length == 0) return;

        var manners = await db.Manners(users, [.. all.Select(one => one.News.Kind).Distinct().Where(NoticeAudience.IsChoosable)], stop);
        await db.RecallTold(users, [.. all.Select(one => one.News.Key).Distinct()], stop);
        foreach (var (to, news) in all)
            foreach (var user in people[to].Where(user => db.Told.Add((user, news.Key)))) db.Tell(user, manners.GetValueOrDefault((user, news.Kind)), news, now);
    }

    private static async Task<Dictionary<Readers, IReadOnlyList<Guid>>> Who(this PortalDb db, IReadOnlyList<Readers> readers, CancellationToken stop)
    {
        var found = new Dictionary<Readers, IReadOnlyList<Guid>>();
        var able = db.Users.Where(user => user.DisabledAt == null);
        var persons = readers.OfType<Readers.Person>().Select(one => one.UserId).ToArray();
        var known = persons.Length == 0 ? [] : await able.Where(user => persons.Contains(user.Id)).Select(user => user.Id).ToListAsync(stop);
        var dealers = readers.OfType<Readers.OfDealer>().Select(one => one.DealerId).ToArray();
        var theirs = (dealers.Length == 0 ? [] : await able.Where(user => dealers.Contains(user.DealerId!.Value)).Select(user => new { user.Id, user.DealerId }).ToListAsync(stop)).ToLookup(user => user.DealerId!.Value, user => user.Id);
        foreach (var to in readers)
            found[to] = to switch
            {
                Readers.Person person => [.. known.Where(id => id == person.UserId)],
                Readers.OfDealer { DealerId: var dealer } => [.. theirs[dealer]],
                Readers.InRole { Role: var role, Region: var region } => await able.Where(user => db.Posts.Any(post => post.UserId == user.Id && post.Role == role && (region == null || post.Region == null || post.Region == region))).Select(user => user.Id).ToListAsync(stop),
                _ => throw new ArgumentOutOfRangeException(nameof(readers), to, null),
            };
        return found;
    }

    private static async Task<Dictionary<(Guid, NoticeKind), NoticeManner>> Manners(this PortalDb db, Guid[] users, NoticeKind[] kinds, CancellationToken stop) =>
        kinds.Length == 0 ? [] : await db.NoticeChoices.AsNoTracking().Where(choice => users.Contains(choice.UserId) && kinds.Contains(choice.Kind)).ToDictionaryAsync(choice => (choice.UserId, choice.Kind), choice => choice.Manner, stop);

    private static async Task RecallTold(this PortalDb db, Guid[] users, string[] keys, CancellationToken stop)
    {
        var before = db.Notices.Where(notice => EF.Parameter(users).Contains(notice.UserId) && EF.Parameter(keys).Contains(notice.Key)).Select(notice => new { notice.UserId, notice.Key });
        db.Told.UnionWith((await before.ToListAsync(stop)).Select(notice => (notice.UserId, notice.Key)));
    }

    private static void Tell(this PortalDb db, Guid userId, NoticeManner manner, News news, Instant now)
    {
        if (manner is NoticeManner.Off) return;

        var notice = new Notice(news, userId, manner is NoticeManner.Quiet, now);
        db.Notices.Add(notice);
        if (!notice.IsQuiet) db.Outbox.AddRange(db.Channels.Select(channel => new OutboxEntry(notice, channel)));
        db.Announce(Topics.User(userId));
    }
}
