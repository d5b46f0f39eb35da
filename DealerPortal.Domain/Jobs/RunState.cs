namespace DealerPortal.Domain.Jobs;

/// <summary>How a run of a job stands or went. Each has its word under <c>job.state.STATE</c>.</summary>
public enum RunState
{
    Running,
    Done,
    /// <summary>It went through, but some things failed and wait for the next round.</summary>
    SomeFailed,
    /// <summary>The run itself broke.</summary>
    Broken,
    /// <summary>Its process ended before it did.</summary>
    CutOff,
    /// <summary>The portal was stopping; the rest waits for the next round.</summary>
    Stopped,
}
