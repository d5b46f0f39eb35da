using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Jobs;

/// <summary>Whether the timetable is being run, as this process last saw it. Pages ask this, and never wait for the scheduler's storage.</summary>
internal sealed class JobHealth(IClock clock, ChangeFeed feed)
{
    private readonly Lock gate = new();
    private Instant? waitingSince;

    /// <summary>Since when the jobs have been waiting; null while all is well.</summary>
    public Instant? WaitingSince
    {
        get { lock (gate) return waitingSince; }
    }

    /// <returns>True when it was well until now.</returns>
    public bool Waits()
    {
        lock (gate)
        {
            if (waitingSince is not null) return false;
            waitingSince = clock.GetCurrentInstant();
        }
        Tell();
        return true;
    }

    /// <returns>True when the jobs were waiting until now.</returns>
    public bool Works()
    {
        lock (gate)
        {
            if (waitingSince is null) return false;
            waitingSince = null;
        }
        Tell();
        return true;
    }

    private void Tell()
    {
        feed.Changed(Topics.Jobs);
        feed.Changed(Topics.Staff);
    }
}
