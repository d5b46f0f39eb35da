using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>What the portal may ask the timetable, whichever scheduler keeps it and whichever process runs it.</summary>
public interface IJobDesk
{
    /// <summary>A job of the timetable and when it is next due by the portal's clock; null when it will not run by itself.</summary>
    /// <param name="Job">The job's code.</param>
    sealed record Appointment(string Job, Instant? Next);

    /// <summary>Every job, in the timetable's order.</summary>
    Task<IReadOnlyList<Appointment>> Appointments(CancellationToken stop);

    /// <summary>Runs the job at once, in whichever process has the timetable; its record appears under the given id. Twice is once.</summary>
    Task Start(Guid run, string job, string byHand, CancellationToken stop);

    /// <summary>Runs once, at once, every job that would have run after <paramref name="from"/> and up to <paramref name="to"/>.</summary>
    Task CatchUp(Instant from, Instant to, string byHand, CancellationToken stop);
}
