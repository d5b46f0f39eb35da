namespace DealerPortal.Domain.Jobs;

/// <summary>What made a job run. Each has its word under <c>job.trigger.TRIGGER</c>.</summary>
public enum RunTrigger
{
    /// <summary>Its time on the timetable came.</summary>
    Timetable,
    /// <summary>Something that it sweeps fell due at this very moment. The sweeps of one minute share a record.</summary>
    DueTime,
    /// <summary>Somebody asked for it.</summary>
    Hand,
}
