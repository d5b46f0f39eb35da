using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DealerPortal.Domain.Storage;

/// <summary>Goes through what is due, one thing at a time and each in a piece of work of its own: one that fails is logged and left, the others go on.</summary>
/// <remarks>Run twice, late, or on two machines at once, a sweep has one effect, because each thing is loaded fresh and decides by itself whether anything is left to do.</remarks>
public sealed partial class Sweep(IDbContextFactory<PortalDb> contexts, ILogger<Sweep> log)
{
    /// <summary>How many are read ahead. Enough to spare round trips, few enough that what is read is still fresh.</summary>
    public const int Batch = 200;

    /// <summary>Walks everything that is due, earliest first, until nothing is left or the portal is stopping.</summary>
    /// <param name="due">One indexed question, such as <c>db.PickUps.Where(p => p.NextDueAt &lt;= now).Select(p => new Due { At = p.NextDueAt!.Value, Id = p.Id })</c>.</param>
    /// <param name="one">Does one of them, and answers whether anything changed; ordinarily a <see cref="PortalWork.Do{T}"/>.</param>
    /// <remarks>Walks by key, not by "the first batch again": things that fail stay due, and would otherwise hold up all that come after them.</remarks>
    public async Task<SweepCount> Walk(Func<PortalDb, IQueryable<Due>> due, Func<Guid, Task<Outcome<bool>>> one, CancellationToken stop)
    {
        var total = SweepCount.None;
        Due? last = null;
        while (!stop.IsCancellationRequested)
        {
            var batch = await Next(due, last, stop);
            total += await Each([.. batch.Select(next => next.Id)], one, stop);
            if (batch.Count < Batch) break;
            last = batch[^1];
        }
        return total;
    }

    /// <summary>Walks everything that is due as <see cref="Walk(Func{PortalDb, IQueryable{Due}}, Func{Guid, Task{Outcome{bool}}}, CancellationToken)"/> does, but as many at a
    /// time as are read ahead, in one piece of work. Where that piece fails each of them is done apart, so that one that cannot be done still fails alone.</summary>
    /// <param name="many">Does all of them or none, and answers how many changed.</param>
    public async Task<SweepCount> WalkTogether(
        Func<PortalDb, IQueryable<Due>> due, Func<IReadOnlyList<Guid>, Task<Outcome<int>>> many, Func<Guid, Task<Outcome<bool>>> one, CancellationToken stop)
    {
        var total = SweepCount.None;
        Due? last = null;
        while (!stop.IsCancellationRequested)
        {
            var batch = await Next(due, last, stop);
            Guid[] ids = [.. batch.Select(next => next.Id)];
            if (ids.Length > 0) total += await Together(ids, many, stop) ?? await Each(ids, one, stop);
            if (batch.Count < Batch) break;
            last = batch[^1];
        }
        return total;
    }

    /// <summary>Does each of them apart.</summary>
    public async Task<SweepCount> Each(IReadOnlyList<Guid> ids, Func<Guid, Task<Outcome<bool>>> one, CancellationToken stop)
    {
        var total = SweepCount.None;
        foreach (var id in ids)
        {
            if (stop.IsCancellationRequested) break;
            total += await Apart(id, one, stop);
        }
        return total;
    }

    // Null when they are to be done apart.
    private async Task<SweepCount?> Together(Guid[] ids, Func<IReadOnlyList<Guid>, Task<Outcome<int>>> many, CancellationToken stop)
    {
        try
        {
            var outcome = await many(ids);
            return outcome.IsDone ? new(ids.Length, outcome.Value, 0) : null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return SweepCount.None;
        }
#pragma warning disable CA1031 // Whichever of them it was that threw, doing each apart finds it, and spares the others.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogApart(fault, ids.Length);
            return null;
        }
    }

    private async Task<IReadOnlyList<Due>> Next(Func<PortalDb, IQueryable<Due>> due, Due? last, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var query = due(db);
        if (last is { At: var at, Id: var id })
            query = query.Where(next => next.At >= at && (next.At > at || next.Id > id));
        return await query.OrderBy(next => next.At).ThenBy(next => next.Id).Take(Batch).AsNoTracking().ToListAsync(stop);
    }

    private async Task<SweepCount> Apart(Guid id, Func<Guid, Task<Outcome<bool>>> one, CancellationToken stop)
    {
        try
        {
            var outcome = await one(id);
            if (outcome.IsDone) return new(1, outcome.Value ? 1 : 0, 0);
            // Somebody else was at it, twice: it stays due, and the next round finds it.
            if (outcome.Refusal == Refusal.ChangedMeanwhile) return new(1, 0, 0);
            LogRefused(id, outcome.Refusal!.Code);
            return new(1, 0, 1, $"{id}: {outcome.Refusal.Code}");
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return SweepCount.None;
        }
#pragma warning disable CA1031 // Whatever one of them throws, the others are still due.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFailed(fault, id);
            return new(1, 0, 1, $"{id}: {fault.GetType().Name}: {fault.Message}");
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sweep could not do {Count} together, and does each apart")]
    private partial void LogApart(Exception fault, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "A sweep left {Id} for the next round")]
    private partial void LogFailed(Exception fault, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sweep left {Id} for the next round: {Code}")]
    private partial void LogRefused(Guid id, string code);
}
