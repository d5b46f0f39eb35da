using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>Runs a job once and keeps the record of it. Whatever the job throws ends in the record, never in the scheduler.</summary>
public sealed partial class RecordRun(PortalWork work, IClock clock, TimeProvider stopwatch, ILogger<RecordRun> log)
{
    /// <param name="Id">The run's own id: a run that was asked for once is run once, however often it arrives here.</param>
    /// <param name="ByHand">Who asked for it; null for the timetable.</param>
    public sealed record Request(Guid Id, string Job, string Node, string? ByHand);

    /// <param name="job">Does everything that is due at the instant it is handed.</param>
    public async Task Run(Request request, Func<Instant, CancellationToken, Task<SweepCount>> job, CancellationToken stop)
    {
        try
        {
            if (!(await Begin(request, stop)).IsDone) return;
            var began = stopwatch.GetTimestamp();
            var (count, error) = await Try(request, job, stop);
            // The record is completed even while the portal is stopping.
            await End(request, count, error, (long)stopwatch.GetElapsedTime(began).TotalMilliseconds, CancellationToken.None);
        }
#pragma warning disable CA1031 // Without its database a job has nowhere to say so but the log; the next round tries again.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogUnrecorded(fault, request.Job);
        }
    }

    // No two runs of one job overlap: whatever is still open of this job was cut off with its process.
    private Task<Outcome> Begin(Request request, CancellationToken stop) => work.Do(Actor.System(request.Job), async db =>
    {
        if (await db.JobRuns.AnyAsync(run => run.Id == request.Id, stop)) return new Refusal("job.ran-already");

        var now = clock.GetCurrentInstant();
        foreach (var open in await db.JobRuns.Where(run => run.Job == request.Job && run.FinishedAt == null).ToListAsync(stop))
            open.Break(JobRun.CutOff, 0, now);
        db.JobRuns.Add(new(request.Id, request.Job, request.Node, request.ByHand, now));
        db.Announce(Topics.Jobs);
        return Outcome.Done;
    }, stop);

    private async Task<(SweepCount Count, string? Error)> Try(Request request, Func<Instant, CancellationToken, Task<SweepCount>> job, CancellationToken stop)
    {
        try
        {
            var count = await job(clock.GetCurrentInstant(), stop);
            if (count.Changed > 0 || count.Failed > 0) LogRan(request.Job, count.Looked, count.Changed, count.Failed);
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
            LogBroken(fault, request.Job);
            return (SweepCount.None, $"{fault.GetType().Name}: {fault.Message}");
        }
    }

    private Task<Outcome> End(Request request, SweepCount count, string? error, long milliseconds, CancellationToken stop) =>
        work.Do(Actor.System(request.Job), async db =>
        {
            var now = clock.GetCurrentInstant();
            var run = await db.JobRuns.SingleAsync(run => run.Id == request.Id, stop);
            if (error is null) run.Finish(count, milliseconds, now);
            else run.Break(error, milliseconds, now);
            if (run.Failed > 0 || (error is not null && error != JobRun.Stopped)) await TellAdministrators(db, run, now, stop);
            db.Announce(Topics.Jobs);
            return Outcome.Done;
        }, stop);

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
