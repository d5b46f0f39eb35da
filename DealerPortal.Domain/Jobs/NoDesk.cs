using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>Where no timetable is within reach: nothing is due, and nothing can be started.</summary>
internal sealed class NoDesk : IJobDesk
{
    public Task<IReadOnlyList<IJobDesk.Appointment>> Appointments(CancellationToken stop) => Task.FromResult<IReadOnlyList<IJobDesk.Appointment>>([]);

    public Task Start(Guid run, string job, string byHand, CancellationToken stop) => Task.CompletedTask;

    public Task CatchUp(Instant from, Instant to, string byHand, CancellationToken stop) => Task.CompletedTask;
}
