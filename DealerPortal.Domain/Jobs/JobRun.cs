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

    public JobRun(Guid id, string job, string node, string? byHand, Instant now, RunTrigger trigger = RunTrigger.Timetable, int attempt = 1)
    {
        Id = id;
        Job = job;
        Node = node;
        ByHand = byHand;
        StartedAt = now;
        Trigger = byHand is null ? trigger : RunTrigger.Hand;
        Attempt = attempt;
        Sweeps = 1;
    }

    public Guid Id { get; private set; }

    /// <summary>The job's code, such as <c>tidy-up</c>; its sentence is under <c>job.CODE</c>.</summary>
    public string Job { get; private set; } = "";

    /// <summary>The machine and process it ran in.</summary>
    public string Node { get; private set; } = "";

    /// <summary>Who asked for this run; null when the timetable did.</summary>
    public string? ByHand { get; private set; }

    public RunTrigger Trigger { get; private set; }

    /// <summary>The first time is 1; what broke is tried again after a rest that grows.</summary>
    public int Attempt { get; private set; }

    /// <summary>When it is tried again, after it broke; null when it is not, or only at its next time on the timetable.</summary>
    public Instant? AgainAt { get; private set; }

    /// <summary>How many sweeps this record stands for: those at due times share one for the minute.</summary>
    public int Sweeps { get; private set; }

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
    public void Break(string error, long milliseconds, Instant now, Instant? againAt = null)
    {
        AgainAt = againAt;
        End(error, milliseconds, now);
    }

    /// <summary>Takes a further sweep at a due time into this record, if it is one of such sweeps in the same minute that went well.</summary>
    /// <returns>False where the sweep needs a record of its own.</returns>
    internal bool Join(string node, SweepCount count, long milliseconds, Instant began, Instant now)
    {
        if (Trigger is not RunTrigger.DueTime || Node != node || FinishedAt is null || Error is not null || Failed > 0) return false;
        if (StartedAt.ToUnixTimeSeconds() / 60 != began.ToUnixTimeSeconds() / 60) return false;

        Sweeps++;
        (Looked, Changed) = (Looked + count.Looked, Changed + count.Changed);
        (Milliseconds, FinishedAt) = (Milliseconds + milliseconds, now);
        return true;
    }

    private void End(string? error, long milliseconds, Instant now)
    {
        Error = error is { Length: > 2000 } ? error[..2000] : error;
        Milliseconds = milliseconds;
        FinishedAt = now;
        IsQuiet = ByHand is null && Changed == 0 && Failed == 0 && Error is null;
    }
}
