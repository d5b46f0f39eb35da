using NodaTime;

namespace DealerPortal.Domain.Jobs;

/// <summary>Where no timetable is within reach: nothing is due, and nothing can be started.</summary>
internal sealed class NoDesk : IJobDesk
{
    public Instant? WaitingSince => null;

    public IReadOnlyList<IJobDesk.Appointment> Appointments() => [];

    public Task<bool> Start(Guid run, string job, string byHand, CancellationToken stop) => Task.FromResult(false);

    public Task<bool> CatchUp(Instant from, Instant to, string byHand, CancellationToken stop) => Task.FromResult(true);
}
