using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Notices;

/// <summary>What has not left the portal yet, for whoever looks after its channels.</summary>
public sealed class OutboxBoard(IDbContextFactory<PortalDb> contexts, PortalSettings settings)
{
    /// <summary>Counting, and listing what was given up, stops here.</summary>
    public const int AtMost = 100;

    public sealed record View(IReadOnlyList<Channel> Channels, IReadOnlyList<Item> GivenUp, bool MayTryAgain);

    /// <param name="Waiting">How many have not left; no more than <see cref="AtMost"/> are counted.</param>
    /// <param name="Since">Since when the oldest of them waits.</param>
    /// <param name="Fault">What its last attempt came to.</param>
    public sealed record Channel(string Code, int Waiting, Instant? Since, string? Fault);

    public sealed record Item(Guid Id, string Channel, string Person, NoticeKind Kind, Instant QueuedAt, Instant GivenUpAt, string? Fault);

    public static bool MaySee(Actor actor) => actor.IsAny(Role.Administrator, Role.Auditor);

    /// <summary>Null for whoever may not see it.</summary>
    public async Task<View?> For(Actor actor, CancellationToken stop)
    {
        if (!MaySee(actor)) return null;

        await using var db = await contexts.CreateDbContextAsync(stop);
        var channels = new List<Channel>();
        foreach (var code in settings.Channels)
        {
            var waiting = db.Outbox.Where(entry => entry.Channel == code && entry.NextAttemptAt != null).OrderBy(entry => entry.NextAttemptAt).ThenBy(entry => entry.Id);
            var seen = await waiting.Take(AtMost).Select(entry => new { entry.QueuedAt, entry.Fault }).ToListAsync(stop);
            channels.Add(new(code, seen.Count, seen.Count == 0 ? null : seen.Min(entry => entry.QueuedAt), seen.Select(entry => entry.Fault).FirstOrDefault(fault => fault is not null)));
        }

        var given = from entry in db.Outbox
                    where entry.GivenUpAt != null
                    join notice in db.Notices on entry.NoticeId equals notice.Id
                    join user in db.Users on notice.UserId equals user.Id
                    orderby entry.GivenUpAt descending, entry.Id descending
                    select new Item(entry.Id, entry.Channel, user.FullName, notice.Kind, entry.QueuedAt, entry.GivenUpAt!.Value, entry.Fault);
        return new(channels, await given.Take(AtMost).ToListAsync(stop), actor.Is(Role.Administrator));
    }
}
