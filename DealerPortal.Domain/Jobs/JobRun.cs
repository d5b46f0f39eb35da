using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>One run of a job: when, where, by whom, and what came of it. Written when it begins and completed when it ends.</summary>
public sealed class JobRun
{
    /// <summary>The error of a run whose process ended before it did.</summary>
    public const string CutOff = "cut-off";

    /// <summary>The error of a run that the portal stopped because it was stopping itself.</summary>
    public const string Stopped = "stopped";

    private JobRun() { }

    public JobRun(Guid id, string job, string node, string? byHand, Instant now)
    {
        Id = id;
        Job = job;
        Node = node;
        ByHand = byHand;
        StartedAt = now;
    }

    public Guid Id { get; private set; }

    /// <summary>The job's code, such as <c>tidy-up</c>; its sentence is under <c>job.CODE</c>.</summary>
    public string Job { get; private set; } = "";

    /// <summary>The machine and process it ran in.</summary>
    public string Node { get; private set; } = "";

    /// <summary>Who asked for this run; null when the timetable did.</summary>
    public string? ByHand { get; private set; }

    public Instant StartedAt { get; private set; }

    /// <summary>Null while it runs.</summary>
    public Instant? FinishedAt { get; private set; }

    /// <summary>How long it worked, by a stopwatch: the portal's clock may have been moved meanwhile.</summary>
    public long Milliseconds { get; private set; }

    public int Looked { get; private set; }

    public int Changed { get; private set; }

    public int Failed { get; private set; }

    /// <summary>What went wrong first; null when nothing did.</summary>
    public string? Error { get; private set; }

    /// <summary>Nothing to tell: by itself, nothing changed, nothing failed.</summary>
    public bool IsQuiet { get; private set; }

    public void Finish(SweepCount count, long milliseconds, Instant now)
    {
        (Looked, Changed, Failed) = (count.Looked, count.Changed, count.Failed);
        End(count.Why, milliseconds, now);
    }

    /// <summary>The run itself broke, beyond the things that may fail one by one.</summary>
    public void Break(string error, long milliseconds, Instant now) => End(error, milliseconds, now);

    private void End(string? error, long milliseconds, Instant now)
    {
        Error = error is { Length: > 2000 } ? error[..2000] : error;
        Milliseconds = milliseconds;
        FinishedAt = now;
        IsQuiet = ByHand is null && Changed == 0 && Failed == 0 && Error is null;
    }
}
