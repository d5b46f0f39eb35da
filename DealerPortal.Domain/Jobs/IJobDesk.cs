using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>What the portal may ask the timetable, whichever scheduler keeps it and whichever process runs it.</summary>
public interface IJobDesk
{
    /// <summary>A job of the timetable and when it is next due by the portal's clock; null when it will not run by itself.</summary>
    /// <param name="Job">The job's code.</param>
    sealed record Appointment(string Job, Instant? Next);

    /// <summary>Since when the jobs have been waiting, because the scheduler's storage is locked, gone or full, or because no process runs them;
    /// null while all is well.</summary>
    Instant? WaitingSince { get; }

    /// <summary>Every job, in the timetable's order. Asks no storage.</summary>
    IReadOnlyList<Appointment> Appointments();

    /// <summary>Runs the job at once, in whichever process has the timetable; its record appears under the given id. Twice is once.</summary>
    /// <returns>False where the scheduler's storage did not take it.</returns>
    Task<bool> Start(Guid run, string job, string byHand, CancellationToken stop);

    /// <summary>Runs once every job that would have run after <paramref name="from"/> and up to <paramref name="to"/>, one after the other in the order of their times.</summary>
    /// <returns>False where the scheduler's storage did not take it.</returns>
    Task<bool> CatchUp(Instant from, Instant to, string byHand, CancellationToken stop);
}
