using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>The runs of one job, newest first.</summary>
public sealed class JobRunList(IDbContextFactory<PortalDb> contexts)
{
    public const int PageSize = 50;

    /// <param name="After">Where the following page begins; null on the last one.</param>
    public sealed record View(IReadOnlyList<Run> Runs, Cursor? After);

    /// <param name="FinishedAt">Null while it runs.</param>
    /// <param name="Error">What went wrong first, or <see cref="JobRun.CutOff"/> or <see cref="JobRun.Stopped"/>; null when nothing did.</param>
    public sealed record Run(
        Guid Id, Instant StartedAt, Instant? FinishedAt, Duration Took, int Looked, int Changed, int Failed, string? Error, string Node, string? ByHand)
    {
        public RunTrigger Trigger { get; init; }

        /// <summary>From 1 on; see <see cref="JobRun.Attempt"/>.</summary>
        public int Attempt { get; init; } = 1;

        /// <summary>When it is tried again, after it broke.</summary>
        public Instant? AgainAt { get; init; }

        public int Sweeps { get; init; } = 1;

        /// <summary>It broke at every attempt, and waits for its next time on the timetable.</summary>
        public bool GaveUp => State is RunState.Broken && AgainAt is null && Attempt > RetryRests.Count;

        /// <summary>How it went, in one word.</summary>
        public RunState State =>
            FinishedAt is null ? RunState.Running
            : Error is JobRun.CutOff ? RunState.CutOff
            : Error is JobRun.Stopped ? RunState.Stopped
            : Failed > 0 ? RunState.SomeFailed
            : Error is not null ? RunState.Broken
            : RunState.Done;
    }

    /// <summary>The last run of the page before.</summary>
    public sealed record Cursor(Instant StartedAt, Guid Id);

    /// <param name="onlyTelling">Leaves out the runs that had nothing to do.</param>
    /// <returns>Null for people whose business the jobs are not.</returns>
    public async Task<View?> For(string job, bool onlyTelling, Cursor? after, Actor actor, CancellationToken stop)
    {
        if (!JobBoard.MaySee(actor)) return null;

        await using var db = await contexts.CreateDbContextAsync(stop);
        var runs = db.JobRuns.AsNoTracking().Where(run => run.Job == job);
        if (onlyTelling) runs = runs.Where(run => !run.IsQuiet);
        if (after is { StartedAt: var at, Id: var id }) runs = runs.Where(run => run.StartedAt <= at && (run.StartedAt < at || run.Id < id));

        var rows = await runs.OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).Take(PageSize + 1).ToListAsync(stop);
        var shown = rows.Take(PageSize).Select(Show).ToList();
        return new(shown, rows.Count > PageSize ? new(shown[^1].StartedAt, shown[^1].Id) : null);
    }

    internal static Run Show(JobRun run) => new(
        run.Id, run.StartedAt, run.FinishedAt, Duration.FromMilliseconds(run.Milliseconds), run.Looked, run.Changed, run.Failed, run.Error, run.Node, run.ByHand)
    {
        Trigger = run.Trigger,
        Attempt = run.Attempt,
        AgainAt = run.AgainAt,
        Sweeps = run.Sweeps,
    };
}
