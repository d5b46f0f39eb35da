using DealerPortal.Domain.Jobs;
using DealerPortal.Domain.Storage;
using Microsoft.Extensions.Logging;

namespace DealerPortal.Jobs;

/// <summary>Runs an entry of the timetable, whoever wants it run: never beside itself, and with its record.</summary>
internal sealed partial class JobRunner(JobLock locks, RecordRun record, IServiceProvider portal, TimeProvider time, ILogger<JobRunner> log)
{
    /// <summary>The machine and the process, for the record.</summary>
    public static readonly string Node = $"{Environment.MachineName}/{Environment.ProcessId}";

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Runs it as asked. What was asked for by hand waits for its turn; the timetable's run goes away where one is going on.</summary>
    /// <returns>How it went; null when it did not run.</returns>
    public async Task<RunState?> Run(Timetable.Entry entry, RecordRun.Request request, CancellationToken stop)
    {
        await using var mine = request.ByHand is null ? await locks.Take(entry.Code, stop) : await Wait(entry.Code, stop);
        return mine is null ? null : await record.Run(request, entry.Action(portal), stop);
    }

    /// <summary>Runs it because something of it is due this moment.</summary>
    /// <returns>What the sweep met; null when the job is running already.</returns>
    public async Task<SweepCount?> RunDue(Timetable.Entry entry, CancellationToken stop)
    {
        await using var mine = await locks.Take(entry.Code, stop);
        return mine is null ? null : await record.RunDue(entry.Code, Node, entry.Action(portal), stop);
    }

    private async Task<JobLock.Held?> Wait(string job, CancellationToken stop)
    {
        var began = time.GetTimestamp();
        while (true)
        {
            if (await locks.Take(job, stop) is { } mine) return mine;
            if (time.GetElapsedTime(began) > Patience)
            {
                LogBusy(job);
                return null;
            }
            await Task.Delay(LookAgain, time, stop);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Job} was asked for by hand and is still running after ten minutes: it is not run once more")]
    private partial void LogBusy(string job);
}
