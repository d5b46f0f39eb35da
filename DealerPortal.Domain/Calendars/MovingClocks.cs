using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Calendars;

/// <summary>Which open clocks would end at another time if the book said something else. Reads, and changes nothing.</summary>
public sealed class MovingClocks(IDbContextFactory<PortalDb> contexts, IClock clock)
{
    /// <summary>How many are named; the others are counted.</summary>
    public const int Named = 100;

    private const int Batch = 500;

    /// <param name="First">Those that would move, the earliest new end first, as many as are named.</param>
    /// <param name="Moving">How many would move.</param>
    /// <param name="Open">How many open cases were looked at.</param>
    public sealed record Found(IReadOnlyList<Row> First, int Moving, int Open)
    {
        public static Found Nothing { get; } = new([], 0, 0);
    }

    public sealed record Row(Guid CaseId, string Number, string Clock, Instant DueAt, Instant NewDueAt);

    public async Task<Found> Under(PolicyBook supposed, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var (now, first, moving, open, last) = (clock.GetCurrentInstant(), new PriorityQueue<Row, Instant>(), 0, 0, Guid.Empty);
        while (true)
        {
            var batch = await db.Complaints.IgnoreAutoIncludes().Include(one => one.Clocks).ThenInclude(one => one.Events).AsNoTracking().AsSplitQuery()
                .Where(one => one.IsOpen && one.NextDueAt > now && one.Id > last).OrderBy(one => one.Id).Take(Batch).ToListAsync(stop);
            foreach (var row in batch.SelectMany(one => Of(one, supposed, now)))
            {
                moving++;
                // The latest goes first out of what is kept.
                first.Enqueue(row, Instant.FromUnixTimeTicks(-row.NewDueAt.ToUnixTimeTicks()));
                if (first.Count > Named) first.Dequeue();
            }
            open += batch.Count;
            if (batch.Count < Batch) break;
            last = batch[^1].Id;
        }
        return new([.. first.UnorderedItems.Select(item => item.Element).OrderBy(row => row.NewDueAt).ThenBy(row => row.Number, StringComparer.Ordinal)], moving, open);
    }

    private static IEnumerable<Row> Of(Complaint one, PolicyBook supposed, Instant now)
    {
        var terms = CaseClock.Terms.Of(supposed, one.Pack, one.Edition);
        foreach (var clock in one.Clocks)
            if (clock.WouldMoveTo(terms, now) is { } due) yield return new(one.Id, one.Number, clock.Code, clock.DueAt, due);
    }
}
