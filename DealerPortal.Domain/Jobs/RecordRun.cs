using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>Runs a job once and keeps the record of it. Whatever the job throws ends in the record, and the caller is told how it went.</summary>
public sealed partial class RecordRun(PortalWork work, IClock clock, TimeProvider stopwatch, ILogger<RecordRun> log)
{
    /// <param name="Id">The run's own id: a run that was asked for once is run once, however often it arrives here.</param>
    /// <param name="ByHand">Who asked for it; null for the timetable.</param>
    /// <param name="Attempt">From 1 on.</param>
    /// <param name="Rest">After which it is tried again, should it break; null when it is not.</param>
    public sealed record Request(Guid Id, string Job, string Node, string? ByHand, int Attempt = 1, Duration? Rest = null);

    /// <param name="job">Does everything that is due at the instant it is handed.</param>
    /// <returns>How it went; null when it did not run, because it has run already or is paused.</returns>
    public async Task<RunState?> Run(Request request, Func<Instant, CancellationToken, Task<SweepCount>> job, CancellationToken stop)
    {
        try
        {
            if (await Begin(request, stop) is not { IsDone: true, Value: var id }) return null;
            var began = stopwatch.GetTimestamp();
            var (count, error) = await Try(request.Job, job, stop);
            // The record is completed even while the portal is stopping.
            await End(request, id, count, error, Since(began), CancellationToken.None);
            return error is null ? RunState.Done : error == JobRun.Stopped ? RunState.Stopped : RunState.Broken;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return RunState.Stopped;
        }
#pragma warning disable CA1031 // Without its database a job has nowhere to say so but the log; the next round tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogUnrecorded(fault, request.Job);
            return RunState.Broken;
        }
    }

    /// <summary>Runs a job because something of it fell due this moment. Such runs may come every second: those that did nothing leave no record, the others of a minute share one.</summary>
    /// <returns>What the sweep met; a run that broke counts as one failure.</returns>
    public async Task<SweepCount> RunDue(string name, string node, Func<Instant, CancellationToken, Task<SweepCount>> job, CancellationToken stop)
    {
        var (at, began) = (clock.GetCurrentInstant(), stopwatch.GetTimestamp());
        var (count, error) = await Try(name, job, stop);
        if (error == JobRun.Stopped || (error is null && count is { Changed: 0, Failed: 0 })) return count;

        await Keep(new(Guid.CreateVersion7(), name, node, null), at, count, error, Since(began));
        return error is null ? count : new(0, 0, 1, error);
    }

    private long Since(long began) => (long)stopwatch.GetElapsedTime(began).TotalMilliseconds;

    private Task<Outcome> Keep(Request request, Instant began, SweepCount count, string? error, long milliseconds) =>
        work.Do(Actor.System(request.Job), async db =>
        {
            var now = clock.GetCurrentInstant();
            var last = await db.JobRuns.Where(run => run.Job == request.Job).OrderByDescending(run => run.StartedAt).ThenByDescending(run => run.Id).FirstOrDefaultAsync();
            db.Announce(Topics.Jobs);
            if (error is null && count.Failed == 0 && last?.Join(request.Node, count, milliseconds, began, now) == true) return Outcome.Done;

            var run = new JobRun(request.Id, request.Job, request.Node, null, began, RunTrigger.DueTime);
            db.JobRuns.Add(run);
            await Complete(db, run, count, error, milliseconds, null, now, CancellationToken.None);
            return Outcome.Done;
        }, CancellationToken.None);

    // No two runs of one job overlap: whatever is still open of this job was cut off with its process.
    private Task<Outcome<Guid>> Begin(Request request, CancellationToken stop) => work.Do<Guid>(Actor.System(request.Job), async db =>
    {
        if (request.ByHand is null && await db.JobPauses.AnyAsync(pause => pause.Job == request.Job, stop)) return new Refusal("job.paused");
        var before = await db.JobRuns.SingleOrDefaultAsync(run => run.Id == request.Id, stop);
        if (before is { FinishedAt: not null } and not { Error: JobRun.CutOff or JobRun.Stopped }) return new Refusal("job.ran-already");

        var now = clock.GetCurrentInstant();
        foreach (var open in await db.JobRuns.Where(run => run.Job == request.Job && run.FinishedAt == null).ToListAsync(stop))
            open.Break(JobRun.CutOff, 0, now);
        // What was cut off, or stopped with its process, is done again under a record of its own.
        var run = new JobRun(before is null ? request.Id : Guid.CreateVersion7(), request.Job, request.Node, request.ByHand, now, attempt: request.Attempt);
        db.JobRuns.Add(run);
        db.Announce(Topics.Jobs);
        return run.Id;
    }, stop);

    private async Task<(SweepCount Count, string? Error)> Try(string name, Func<Instant, CancellationToken, Task<SweepCount>> job, CancellationToken stop)
    {
        try
        {
            var count = await job(clock.GetCurrentInstant(), stop);
            if (count.Changed > 0 || count.Failed > 0) LogRan(name, count.Looked, count.Changed, count.Failed);
            return (count, null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (SweepCount.None, JobRun.Stopped);
        }
#pragma warning disable CA1031 // It is what the record is for.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogBroken(fault, name);
            return (SweepCount.None, $"{fault.GetType().Name}: {fault.Message}");
        }
    }

    private Task<Outcome> End(Request request, Guid id, SweepCount count, string? error, long milliseconds, CancellationToken stop) =>
        work.Do(Actor.System(request.Job), async db =>
        {
            var now = clock.GetCurrentInstant();
            var run = await db.JobRuns.SingleAsync(run => run.Id == id, stop);
            await Complete(db, run, count, error, milliseconds, error == JobRun.Stopped ? null : request.Rest, now, stop);
            db.Announce(Topics.Jobs);
            return Outcome.Done;
        }, stop);

    private static async Task Complete(PortalDb db, JobRun run, SweepCount count, string? error, long milliseconds, Duration? rest, Instant now, CancellationToken stop)
    {
        if (error is null) run.Finish(count, milliseconds, now);
        else run.Break(error, milliseconds, now, now + rest);
        if (run.Failed > 0 || (error is not null && error != JobRun.Stopped)) await TellAdministrators(db, run, now, stop);
    }

    // Once a day and job: a sweep that fails every minute must not ring 1,440 times.
    private static Task TellAdministrators(PortalDb db, JobRun run, Instant now, CancellationToken stop) =>
        db.TellRole(Role.Administrator, null, new(
            $"job-failed/{run.Job}/{now.InUtc().Date:uuuu-MM-dd}", NoticeKind.JobFailed, run.Id, $"/jobs/{run.Job}", null,
            Fact.Word($"job.{run.Job}"), Fact.Of(run.Error ?? "")), now, stop);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job} looked at {Looked}, changed {Changed}, failed with {Failed}")]
    private partial void LogRan(string job, int looked, int changed, int failed);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} broke")]
    private partial void LogBroken(Exception fault, string job);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} could not be recorded")]
    private partial void LogUnrecorded(Exception fault, string job);
}
