using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Calendars;

/// <summary>Takes every open clock and every open callback over into the calendar in force, once somebody has published a year. Does nothing while none waits for it.</summary>
/// <remarks>Interrupted, or met by somebody who was faster, the next run goes on where it stopped: a year is done with when nothing is left to look at.</remarks>
public sealed class MoveClocks(PortalWork work, MoveCaseClocks cases, MoveCallbacks callbacks, IDbContextFactory<PortalDb> contexts)
{
    private const int Rounds = 3;

    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        var waiting = await Waiting(stop);
        var total = SweepCount.None;
        for (var round = 0; waiting.Count > 0 && round < Rounds; round++)
        {
            var count = await cases.RunAsOf(now, stop) + await callbacks.RunAsOf(now, stop);
            total += count;
            if (stop.IsCancellationRequested || count.Failed > 0) break;
            if (count.Looked > 0) continue;
            await Finish(waiting, now, stop);
            break;
        }
        return total;
    }

    private async Task<IReadOnlyList<Guid>> Waiting(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.PublishedYears.Where(year => year.MovedAt == null).Select(year => year.Id).ToListAsync(stop);
    }

    private Task<Outcome> Finish(IReadOnlyList<Guid> waiting, Instant now, CancellationToken stop) => work.Do(Actor.System("move-clocks"), async db =>
    {
        foreach (var year in await db.PublishedYears.Where(one => waiting.Contains(one.Id)).ToListAsync(stop)) year.Moved(now);
        db.Announce(Topics.Calendar);
        return Outcome.Done;
    }, stop);
}
