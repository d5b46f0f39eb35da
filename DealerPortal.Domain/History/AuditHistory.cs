using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.History;

/// <summary>Walks the history by itself, so that a touched entry is found by the next morning and not by the next dispute.</summary>
public sealed class AuditHistory(VerifyHistory verify)
{
    /// <summary>Every entry, whatever the hour. A broken chain is a failure, and a failure of a job reaches the administrators.</summary>
    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        var report = (await verify.Run(Actor.System("audit-history"), null, stop)).Value!;
        var entries = checked((int)report.Entries);
        return report.IsSound ? new(entries, 0, 0) : new(entries, 0, 1, $"{report.Fault} at entry {report.BrokenAt}");
    }
}
