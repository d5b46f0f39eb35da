using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>Forgets what nobody will ask for again: old run records and old notices. The history itself is never touched.</summary>
/// <remarks>A notice goes long after whatever it was about is over, so that its key cannot let the same news through again.</remarks>
public sealed class TidyUp(PortalWork work)
{
    /// <summary>Runs that had nothing to do: one a minute and job.</summary>
    private static readonly Duration QuietRuns = Duration.FromDays(2);
    private static readonly Duration Runs = Duration.FromDays(180);
    private static readonly Duration ReadNotices = Duration.FromDays(180);
    private static readonly Duration UnreadNotices = Duration.FromDays(400);

    // Short deletes: nobody waits long for the database because of the broom.
    private const int Batch = 1000;

    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop) =>
        await Forget(db => db.JobRuns.Where(run => run.IsQuiet && run.StartedAt < now - QuietRuns), stop)
        + await Forget(db => db.JobRuns.Where(run => run.StartedAt < now - Runs), stop)
        + await Forget(db => db.Notices.Where(notice => notice.At < now - ReadNotices && notice.ReadAt != null), stop)
        + await Forget(db => db.Notices.Where(notice => notice.At < now - UnreadNotices), stop);

    private async Task<SweepCount> Forget<T>(Func<PortalDb, IQueryable<T>> old, CancellationToken stop)
        where T : class
    {
        var total = 0;
        while (!stop.IsCancellationRequested)
        {
            var outcome = await work.Do<int>(Actor.System("tidy-up"), async db => await old(db).Take(Batch).ExecuteDeleteAsync(stop), stop);
            total += outcome.Value;
            if (outcome.Value < Batch) break;
        }
        return new(total, total, 0);
    }
}
