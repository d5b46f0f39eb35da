using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>A job that somebody has told to rest. While this is here it runs only by hand.</summary>
public sealed class JobPause
{
    private JobPause() { }

    internal JobPause(string job, string by, Instant now)
    {
        Id = Guid.CreateVersion7();
        Job = job;
        By = by;
        Since = now;
    }

    /// <summary>Under this the history tells who paused it and who let it run again.</summary>
    public Guid Id { get; private set; }

    /// <summary>The job's code. Unique.</summary>
    public string Job { get; private set; } = "";

    public string By { get; private set; } = "";

    public Instant Since { get; private set; }
}
