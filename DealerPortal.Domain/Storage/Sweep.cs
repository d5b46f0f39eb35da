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
    public Task<SweepCount> Walk(Func<PortalDb, IQueryable<Due>> due, Func<Guid, Task<Outcome<bool>>> one, CancellationToken stop) =>
        WalkBy(due, ids => Each(ids, one, stop), stop);

    /// <summary>Walks everything that is due, as many in one piece of work as are read ahead: where thousands fall due in the same minute, as at a closing, each would pay for a save of its own.</summary>
    /// <param name="some">Does all of them in one <see cref="PortalWork.Do{T}"/>, and answers how many changed. Where that throws or is refused nothing is saved, and each of them is done alone, so that one that fails still fails alone.</param>
    public Task<SweepCount> WalkTogether(Func<PortalDb, IQueryable<Due>> due, Func<IReadOnlyList<Guid>, Task<Outcome<int>>> some, CancellationToken stop) =>
        WalkBy(due, ids => Together(ids, some, stop), stop);

    private async Task<SweepCount> WalkBy(Func<PortalDb, IQueryable<Due>> due, Func<IReadOnlyList<Guid>, Task<SweepCount>> batch, CancellationToken stop)
    {
        var total = SweepCount.None;
        Due? last = null;
        while (!stop.IsCancellationRequested)
        {
            var next = await Next(due, last, stop);
            if (next.Count > 0) total += await batch([.. next.Select(one => one.Id)]);
            if (next.Count < Batch) break;
            last = next[^1];
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

    private async Task<SweepCount> Together(IReadOnlyList<Guid> ids, Func<IReadOnlyList<Guid>, Task<Outcome<int>>> some, CancellationToken stop)
    {
        try
        {
            if (await some(ids) is { IsDone: true, Value: var changed }) return new(ids.Count, changed, 0);
        }
#pragma warning disable CA1031 // Whichever of them it was, it throws again when it is alone, and is logged then.
        catch (Exception) when (!stop.IsCancellationRequested) { }
#pragma warning restore CA1031
        return await Each(ids, async id => await some([id]) is var alone && alone.IsDone ? alone.Value > 0 : alone.Refusal!, stop);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "A sweep left {Id} for the next round")]
    private partial void LogFailed(Exception fault, Guid id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sweep left {Id} for the next round: {Code}")]
    private partial void LogRefused(Guid id, string code);
}
