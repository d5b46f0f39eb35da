namespace DealerPortal.Domain.Storage;

/// <summary>A sweep whose things fall due at stored instants, and not only at times of the timetable: it is run at the earliest of them.</summary>
public interface IDueTimes
{
    /// <summary>Everything that waits for the sweep, whether or not its time has come; one indexed question.</summary>
    IQueryable<Due> Waiting(PortalDb db);
}
