using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>Every job of the timetable, when it runs next, and how it went the last time.</summary>
public sealed class JobBoard(IDbContextFactory<PortalDb> contexts, IJobDesk desk)
{
    /// <param name="MayRun">Whether the reader may start, pause and resume a job.</param>
    /// <param name="WaitingSince">Since when no job has run by itself; null while all is well.</param>
    public sealed record View(IReadOnlyList<Row> Rows, bool MayRun, Instant? WaitingSince);

    /// <param name="Last">The newest run, possibly still going on.</param>
    /// <param name="Paused">Who has it rest, and since when; null while it runs.</param>
    public sealed record Row(string Job, Instant? Next, JobRunList.Run? Last, Pause? Paused);

    public sealed record Pause(string By, Instant Since);

    /// <summary>May the actor see the jobs at all: administrator, auditor, and the supervisors whose promises they keep.</summary>
    public static bool MaySee(Actor actor) => actor.IsAny(Role.Administrator, Role.Auditor, Role.AfterSalesSupervisor);

    /// <summary>Null for people whose business the jobs are not.</summary>
    public async Task<View?> For(Actor actor, CancellationToken stop)
    {
        if (!MaySee(actor)) return null;

        await using var db = await contexts.CreateDbContextAsync(stop);
        var paused = await db.JobPauses.AsNoTracking().ToDictionaryAsync(pause => pause.Job, pause => new Pause(pause.By, pause.Since), stop);
        var rows = new List<Row>();
        // One short seek in the index for each of a handful of jobs.
        foreach (var (job, next) in desk.Appointments())
        {
            var last = await db.JobRuns.AsNoTracking().Where(run => run.Job == job).OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).FirstOrDefaultAsync(stop);
            rows.Add(new(job, next, last is null ? null : JobRunList.Show(last), paused.GetValueOrDefault(job)));
        }
        return new(rows, RunJob.MayRun(actor), desk.WaitingSince);
    }
}
