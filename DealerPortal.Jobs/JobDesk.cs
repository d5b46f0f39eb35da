using DealerPortal.Domain.Jobs;
using NodaTime;
using Quartz;

namespace DealerPortal.Jobs;

/// <summary>Answers for the timetable out of the scheduler's store: also in a process that only looks at it and leaves the running to another.</summary>
/// <remarks>The scheduler lives in real time. Where the portal's clock was moved ahead of it, the next run is that much later on the portal's clock.</remarks>
internal sealed class JobDesk(ISchedulerFactory schedulers, IReadOnlyList<Timetable.Entry> entries, IClock clock, TimeProvider time) : IJobDesk
{
    /// <summary>Who asked, in the data of a trigger made by hand.</summary>
    internal const string ByHand = "by-hand";

    private const string HandGroup = "by-hand";
    private const string Group = "portal";

    /// <summary>The job of an entry of the timetable.</summary>
    internal static JobKey KeyOf(string code) => new(code, Group);

    /// <summary>Its regular trigger.</summary>
    internal static TriggerKey TriggerOf(string code) => new(code, Group);

    public async Task<IReadOnlyList<IJobDesk.Appointment>> Appointments(CancellationToken stop)
    {
        var scheduler = await schedulers.GetScheduler(stop);
        var ahead = clock.GetCurrentInstant() - Instant.FromDateTimeOffset(time.GetUtcNow());
        // A moved clock is ahead by minutes at least; what is less is the time between the two readings.
        if (ahead < Duration.FromSeconds(1)) ahead = Duration.Zero;
        var appointments = new List<IJobDesk.Appointment>();
        foreach (var entry in entries)
        {
            var next = (await scheduler.GetTrigger(TriggerOf(entry.Code), stop))?.NextFireTimeUtc;
            appointments.Add(new(entry.Code, next is { } at ? Instant.FromDateTimeOffset(at) + ahead : null));
        }
        return appointments;
    }

    public async Task Start(Guid run, string job, string byHand, CancellationToken stop)
    {
        var scheduler = await schedulers.GetScheduler(stop);
        var trigger = TriggerBuilder.Create().WithIdentity(run.ToString("N"), HandGroup).ForJob(KeyOf(job)).UsingJobData(ByHand, byHand).StartNow().Build();
        try { await scheduler.ScheduleJob(trigger, cancellationToken: stop); }
        catch (ObjectAlreadyExistsException) { /* The same run was asked for twice. */ }
    }

    public async Task CatchUp(Instant from, Instant to, string byHand, CancellationToken stop)
    {
        foreach (var entry in entries)
        {
            var due = new CronExpression(entry.Cron, Timetable.Zone).GetNextValidTimeAfter(from.ToDateTimeOffset());
            if (due <= to.ToDateTimeOffset()) await Start(Guid.CreateVersion7(), entry.Code, byHand, stop);
        }
    }
}
