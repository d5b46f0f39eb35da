using DealerPortal.Domain.Jobs;
using Quartz;

namespace DealerPortal.Jobs;

/// <summary>What the scheduler calls: finds the timetable's entry, runs its action, and leaves the record to <see cref="RecordRun"/>.</summary>
/// <remarks>One job never overlaps itself, in the whole cluster; different jobs do.</remarks>
[DisallowConcurrentExecution]
internal sealed class PortalJob(RecordRun record, IReadOnlyList<Timetable.Entry> entries, IServiceProvider portal) : IJob
{
    /// <summary>The machine and the process, for the record.</summary>
    private static readonly string Node = $"{Environment.MachineName}/{Environment.ProcessId}";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var code = context.JobDetail.Key.Name;
        // A newer version took the job off its timetable, and an older process has not heard of it yet, or the other way round.
        if (entries.FirstOrDefault(entry => entry.Code == code) is not { } entry) return;

        var byHand = context.MergedJobDataMap.TryGetValue(JobDesk.ByHand, out var who) ? who as string : null;
        var run = byHand is null ? Guid.CreateVersion7() : Guid.Parse(context.Trigger.Key.Name);
        await record.Run(new(run, code, Node, byHand), entry.Action(portal), cancellationToken);
    }
}
