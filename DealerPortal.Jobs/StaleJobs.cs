using Microsoft.Extensions.Hosting;
using Quartz;

namespace DealerPortal.Jobs;

/// <summary>Takes out of the scheduler's store what is no longer on the timetable.</summary>
internal sealed class StaleJobs(ISchedulerFactory schedulers, IReadOnlyList<Timetable.Entry> entries) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var kept = entries.Select(entry => JobDesk.KeyOf(entry.Code)).ToHashSet();
        var stored = await scheduler.QueryJobs(new JobQuery(), cancellationToken);
        await scheduler.DeleteJobs([.. stored.Items.Select(job => job.Key).Where(key => !kept.Contains(key))], cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
