using DealerPortal.Domain.Jobs;
using Hangfire;
using Hangfire.Server;
using NodaTime;

namespace DealerPortal.Jobs;

/// <summary>What the scheduler calls: finds the timetable's entry and has it run. What breaks it hands on, so that the scheduler tries it again after a rest.</summary>
/// <remarks>The scheduler may call early, late or twice: the job asks the facts and the clock.</remarks>
internal sealed class PortalJob(JobRunner runner, IReadOnlyList<Timetable.Entry> entries, TimeProvider time)
{
    /// <param name="code">The job's code.</param>
    /// <param name="run">The id of a run that was asked for by hand; null for the timetable's.</param>
    [JobDisplayName("{0}")]
    [RetryAfterRest]
    public async Task Run(string code, string? run, string? byHand, PerformContext? context, CancellationToken stop)
    {
        // A newer version took the job off its timetable, and an older process has not heard of it yet, or the other way round.
        if (entries.FirstOrDefault(entry => entry.Code == code) is not { } entry) return;

        var attempt = (context?.GetJobParameter<int>(RetryAfterRestAttribute.Count, allowStale: true) ?? 0) + 1;
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        // Whoever asked by hand is there, and asks again.
        var rest = byHand is null ? RetryRests.After(attempt, entry.NextAfter(now) - now) : null;
        var id = run is null ? Guid.CreateVersion7() : Guid.Parse(run);
        var state = await runner.Run(entry, new(id, code, JobRunner.Node, byHand, attempt, rest), stop);
        stop.ThrowIfCancellationRequested();
        if (state is RunState.Broken) throw new JobBrokeException(code, rest?.ToTimeSpan());
    }

    /// <summary>One after the other, each to its end: what a leap of the clock has passed over.</summary>
    [JobDisplayName("{0}")]
    public async Task RunInOrder(string[] codes, string byHand, CancellationToken stop)
    {
        foreach (var code in codes)
        {
            if (entries.FirstOrDefault(entry => entry.Code == code) is { } entry)
                await runner.Run(entry, new(Guid.CreateVersion7(), code, JobRunner.Node, byHand), stop);
            stop.ThrowIfCancellationRequested();
        }
    }
}
