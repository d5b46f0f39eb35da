using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Which open callbacks would be due on another date, or would stand on a day off, if the book said something else.</summary>
public static class MovingCallbacks
{
    /// <summary>How many are named; the others are counted.</summary>
    public const int Named = 100;

    private const int Batch = 500;

    /// <param name="First">Those whose due date would move, the earliest new one first, as many as are named.</param>
    /// <param name="Moving">How many due dates would move.</param>
    /// <param name="LaidAnew">How many keep their due date and are on the list of a day that would be a day off.</param>
    /// <param name="Open">How many open callbacks were looked at.</param>
    public sealed record Found(IReadOnlyList<Row> First, int Moving, int LaidAnew, int Open)
    {
        public static Found Nothing { get; } = new([], 0, 0, 0);
    }

    public sealed record Row(Guid CallbackId, Guid DealerId, string Dealer, LocalDate DueOn, LocalDate NewDueOn);

    internal static async Task<Found> Under(PortalDb db, PolicyBook supposed, Instant now, CancellationToken stop)
    {
        if (supposed.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return Found.Nothing;
        var (today, moving, laidAnew, open, last) = (edition.Calendar.DateOf(now), new List<Row>(), 0, 0, Guid.Empty);
        while (true)
        {
            var batch = await db.CallsToMake(rule, today).Running(today).Include(call => call.FollowUps).AsNoTracking().Where(call => call.Id > last).OrderBy(call => call.Id).Take(Batch).ToListAsync(stop);
            foreach (var call in batch)
            {
                var due = call.Reckon(supposed).Due.Value;
                if (due != call.DueOn) moving.Add(new(call.Id, call.DealerId, "", call.DueOn, due));
                else if (call.MustBeLaidAnew(due, edition.Calendar, today)) laidAnew++;
            }
            open += batch.Count;
            if (batch.Count < Batch) break;
            last = batch[^1].Id;
        }
        return new(await WithNames(db, [.. moving.OrderBy(row => row.NewDueOn).ThenBy(row => row.CallbackId).Take(Named)], stop), moving.Count, laidAnew, open);
    }

    private static async Task<IReadOnlyList<Row>> WithNames(PortalDb db, IReadOnlyList<Row> rows, CancellationToken stop)
    {
        var ids = rows.Select(row => row.DealerId).ToArray();
        var names = await db.Dealers.Where(dealer => ids.Contains(dealer.Id)).ToDictionaryAsync(dealer => dealer.Id, dealer => dealer.Name, stop);
        return [.. rows.Select(row => row with { Dealer = names[row.DealerId] })];
    }
}
