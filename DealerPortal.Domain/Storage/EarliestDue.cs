using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Storage;

/// <summary>When the next thing of a sweep falls due: the first row of an index.</summary>
public sealed class EarliestDue(IDbContextFactory<PortalDb> contexts)
{
    /// <summary>The jobs that rest, by their codes.</summary>
    public async Task<IReadOnlySet<string>> Paused(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return (await db.JobPauses.Select(pause => pause.Job).ToListAsync(stop)).ToHashSet();
    }

    /// <param name="after">Passes over what was due up to then, because a sweep has just left it; null for everything.</param>
    public async Task<Instant?> Of(IDueTimes sweep, Instant? after, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var waiting = sweep.Waiting(db);
        if (after is { } past) waiting = waiting.Where(due => due.At > past);
        return await waiting.OrderBy(due => due.At).Select(due => (Instant?)due.At).FirstOrDefaultAsync(stop);
    }
}
