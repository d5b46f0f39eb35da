using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.History;

/// <summary>Walks the whole history from its first entry and says where it was touched, if it was.</summary>
/// <remarks>Whoever can write the whole database can also write a whole new chain: note the last number and hash outside the portal, and compare.</remarks>
public sealed class VerifyHistory(IDbContextFactory<PortalDb> contexts)
{
    private const int Batch = 1000;

    /// <summary>What is wrong with the first entry that is wrong.</summary>
    public enum Fault
    {
        /// <summary>The entry is not what was written: its content no longer has its hash.</summary>
        ContentChanged,
        /// <summary>The entry of this number is gone.</summary>
        Gap,
        /// <summary>The entry does not name the hash of the one before it.</summary>
        LinkBroken,
        /// <summary>The entries end elsewhere than the portal last left them.</summary>
        HeadMismatch,
    }

    /// <param name="Entries">How many entries, from the first on, are as they were written.</param>
    /// <param name="LastHash">Of the last sound entry; to be noted outside the portal.</param>
    /// <param name="BrokenAt">Number of the first entry that is not.</param>
    public sealed record Report(long Entries, string LastHash, Fault? Fault = null, long? BrokenAt = null)
    {
        public bool IsSound => Fault is null;
    }

    /// <param name="progress">Told the number of entries walked, and how many there are, after each batch.</param>
    public async Task<Outcome<Report>> Run(Actor actor, IProgress<(long Walked, long All)>? progress, CancellationToken stop)
    {
        if (!actor.IsSystem && !actor.IsAny(Role.Auditor, Role.Administrator)) return Refusal.NotAllowed;

        // What is added while we walk lies beyond the head taken here, and is left for the next walk.
        var (number, hash) = await Head(stop);
        var last = new Report(0, "");
        while (last.IsSound && last.Entries < number)
        {
            last = Walk(last, await Read(last.Entries, number, stop), number);
            progress?.Report((last.Entries, number));
        }
        return !last.IsSound ? last
            : last.LastHash != hash ? last with { Fault = Fault.HeadMismatch, BrokenAt = number }
            : await HasMoreThanHead(stop) is { } beyond ? last with { Fault = Fault.HeadMismatch, BrokenAt = beyond }
            : last;
    }

    private static Report Walk(Report last, IReadOnlyList<(long Number, HistoryEntry? Entry)> batch, long end)
    {
        foreach (var (number, entry) in batch)
        {
            var fault = number != last.Entries + 1 ? Fault.Gap
                : entry is null || entry.HashOfContent() != entry.Hash ? Fault.ContentChanged
                : entry.PreviousHash != last.LastHash ? Fault.LinkBroken
                : (Fault?)null;
            if (fault is not null) return last with { Fault = fault, BrokenAt = last.Entries + 1 };
            last = new(number, entry!.Hash);
        }
        return batch.Count == 0 && last.Entries < end ? last with { Fault = Fault.Gap, BrokenAt = last.Entries + 1 } : last;
    }

    private async Task<(long Number, string Hash)> Head(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.HistoryHeads.AsNoTracking().SingleOrDefaultAsync(stop) is { } head ? (head.Number, head.Hash) : (0, "");
    }

    // The greatest number first, then the head: entry and head are saved together, so that the head is never behind.
    private async Task<long?> HasMoreThanHead(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var greatest = await db.History.MaxAsync(entry => (long?)entry.Number, stop);
        return greatest > (await Head(stop)).Number ? greatest : null;
    }

    private async Task<IReadOnlyList<(long, HistoryEntry?)>> Read(long after, long upTo, CancellationToken stop)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(stop);
            var entries = await db.History.AsNoTracking().Where(entry => entry.Number > after && entry.Number <= upTo).OrderBy(entry => entry.Number).Take(Batch).ToListAsync(stop);
            return [.. entries.Select(entry => (entry.Number, (HistoryEntry?)entry))];
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            return await ReadOneByOne(after, upTo, stop);
        }
    }

    // Somebody wrote what the model cannot even read, such as a kind that does not exist: find the entry.
    private async Task<IReadOnlyList<(long, HistoryEntry?)>> ReadOneByOne(long after, long upTo, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var numbers = await db.History.Where(entry => entry.Number > after && entry.Number <= upTo).OrderBy(entry => entry.Number).Select(entry => entry.Number).Take(Batch).ToListAsync(stop);
        var read = new List<(long, HistoryEntry?)>();
        foreach (var number in numbers)
        {
            try { read.Add((number, await db.History.AsNoTracking().SingleAsync(entry => entry.Number == number, stop))); }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                read.Add((number, null));
                return read;
            }
        }
        return read;
    }
}
