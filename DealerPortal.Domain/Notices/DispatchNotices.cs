using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Notices;

/// <summary>Hands what lies in the outbox to its channels. Two that do so at once claim each entry one after the other, and one of them sends it.</summary>
public sealed class DispatchNotices(Sweep sweep, PortalWork work, IEnumerable<INoticeChannel> channels, IClock clock) : IDueTimes
{
    private static readonly Actor Me = Actor.System("notification-dispatch");

    private readonly string[] codes = [.. channels.Select(channel => channel.Code)];

    public IQueryable<Due> Waiting(PortalDb db) => db.Outbox
        .Where(entry => codes.Contains(entry.Channel) && entry.NextAttemptAt != null).Select(entry => new Due { At = entry.NextAttemptAt!.Value, Id = entry.Id });

    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        var total = SweepCount.None;
        foreach (var channel in channels) total += await Round(channel, now, stop);
        return total;
    }

    private async Task<SweepCount> Round(INoticeChannel channel, Instant now, CancellationToken stop)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(stop);
        return await sweep.Walk(
            db => db.Outbox.Where(entry => entry.Channel == channel.Code && entry.NextAttemptAt <= now).Select(entry => new Due { At = entry.NextAttemptAt!.Value, Id = entry.Id }),
            async id =>
            {
                if (await Claim(id, stop) is not { } letter) return false;
                var delivery = await channel.Send(letter, stop);
                await Note(id, delivery);
                // One attempt is enough to learn that nobody is there; the others keep their turn.
                if (!delivery.IsReachable) await round.CancelAsync();
                return delivery.Fault is null ? true : new Refusal("notice.not-delivered");
            },
            round.Token);
    }

    private async Task<NoticeLetter?> Claim(Guid id, CancellationToken stop)
    {
        NoticeLetter? letter = null;
        var outcome = await work.Do(Me, async db =>
        {
            letter = null;
            var entry = await db.Outbox.SingleAsync(found => found.Id == id, stop);
            if (!entry.Claim(clock.GetCurrentInstant())) return Outcome.Done;
            var notice = await db.Notices.AsNoTracking().SingleAsync(found => found.Id == entry.NoticeId, stop);
            var to = await db.Users.Where(user => user.Id == notice.UserId).Select(user => new NoticeLetter.Person(user.Id, user.UserName!, user.FullName, user.DealerId, user.Language)).SingleAsync(stop);
            letter = new(id, notice.Key, notice.Kind, notice.Subject, notice.Path, notice.At, notice.DueAt, StepText.Read(notice.Facts)[0].Facts, to);
            return Outcome.Done;
        }, stop);
        return outcome.IsDone ? letter : null;
    }

    // Written down even while the portal is stopping: what was sent is not sent again.
    private Task<Outcome> Note(Guid id, Delivery delivery) => work.Do(Me, async db =>
    {
        var entry = await db.Outbox.SingleAsync(found => found.Id == id, CancellationToken.None);
        if (delivery.Fault is { } fault) entry.Fail(fault, clock.GetCurrentInstant());
        else entry.Arrive(clock.GetCurrentInstant());
        return Outcome.Done;
    }, CancellationToken.None);
}
