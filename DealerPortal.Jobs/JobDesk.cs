using DealerPortal.Domain.Jobs;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace DealerPortal.Jobs;

/// <summary>Answers for the timetable: also in a process that only looks at it and leaves the running to another.</summary>
/// <remarks>The scheduler lives in real time. Where the portal's clock was moved ahead of it, the next run is that much later on the portal's clock.</remarks>
internal sealed partial class JobDesk(
    IBackgroundJobClient client, IReadOnlyList<Timetable.Entry> entries, JobHealth health, IClock clock, TimeProvider time, ILogger<JobDesk> log) : IJobDesk
{
    public Instant? WaitingSince => health.WaitingSince;

    public IReadOnlyList<IJobDesk.Appointment> Appointments()
    {
        var real = Instant.FromDateTimeOffset(time.GetUtcNow());
        var ahead = clock.GetCurrentInstant() - real;
        // A moved clock is ahead by minutes at least; what is less is the time between the two readings.
        if (ahead < Duration.FromSeconds(1)) ahead = Duration.Zero;
        return [.. entries.Select(entry => new IJobDesk.Appointment(entry.Code, entry.NextAfter(real) + ahead))];
    }

    public Task<bool> Start(Guid run, string job, string byHand, CancellationToken stop) =>
        Enqueue(Job.FromExpression<PortalJob>(portal => portal.Run(job, run.ToString(), byHand, null, CancellationToken.None)), stop);

    public async Task<bool> CatchUp(Instant from, Instant to, string byHand, CancellationToken stop)
    {
        // As they would have ended: each job once, in the order of the last times that were passed over.
        var missed = from entry in entries
                     let last = entry.LastBetween(@from, to)
                     where last is not null
                     orderby last
                     select entry.Code;
        var codes = missed.ToArray();
        return codes.Length == 0 || await Enqueue(Job.FromExpression<PortalJob>(portal => portal.RunInOrder(codes, byHand, CancellationToken.None)), stop);
    }

    // The client waits for its database: not on the thread of a page.
    private Task<bool> Enqueue(Job job, CancellationToken stop) => Task.Run(
        () =>
        {
            try
            {
                return client.Create(job, new EnqueuedState()) is not null;
            }
#pragma warning disable CA1031 // Each storage throws what it likes; to whoever asked it means one thing.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogNotTaken(fault);
                return false;
            }
        },
        stop);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scheduler's storage did not take a job")]
    private partial void LogNotTaken(Exception fault);
}
