using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>What an excused span would take back if it were granted now: order by order, before anybody presses.</summary>
public sealed class SpanPreview(IDbContextFactory<PortalDb> contexts, PolicyBook book, PortalSettings settings, IClock clock)
{
    /// <summary>How many orders are shown; the sums are of all.</summary>
    public const int Shown = 50;

    /// <param name="Wrong">What is wrong with the form so far; null when it could be sent.</param>
    public sealed record View(Refusal? Wrong, int Orders, int Dates, long Fen, IReadOnlyList<Row> Rows)
    {
        public static View Not(Refusal wrong) => new(wrong, 0, 0, 0, []);
    }

    public sealed record Row(Guid OrderId, string Number, string Dealer, int Dates, long Fen);

    public async Task<View> For(RecordSpan.Request request, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (!RecordSpan.MayRecord(actor)) return View.Not(Refusal.NotAllowed);
        var now = clock.GetCurrentInstant();
        var inForce = book.InForceAt(now);
        if (inForce.Value is not { } edition) return View.Not(inForce.Refusal!);
        var read = await SpanForm.Read(db, request with { Description = "-", Documents = "-" }, edition, settings, now, stop);
        if (read.Value is not { } said) return View.Not(read.Refusal!);

        var span = said.Facts;
        var hit = from promise in SpanReach.Within(db, span)
                  from entry in db.Ledger.Where(entry => entry.OrderId == promise.Id && entry.Kind == EntryKind.Earn && entry.Date >= span.FirstDate && entry.Date <= span.LastDate && !db.Ledger.Any(later => later.PreviousId == entry.Id))
                  select new { promise.Id, promise.Number, promise.DealerId, entry.Fen };
        var orders = await hit.GroupBy(one => new { one.Id, one.Number, one.DealerId })
            .Select(order => new { order.Key, Dates = order.Count(), Fen = order.Sum(one => one.Fen) }).OrderByDescending(order => order.Fen).ThenBy(order => order.Key.Number).ToListAsync(stop);
        var ids = orders.Take(Shown).Select(order => order.Key.DealerId).Distinct().ToArray();
        var names = await db.Dealers.Where(dealer => ids.Contains(dealer.Id)).ToDictionaryAsync(dealer => dealer.Id, dealer => dealer.Name, stop);
        return new(null, orders.Count, orders.Sum(order => order.Dates), orders.Sum(order => order.Fen),
            [.. orders.Take(Shown).Select(order => new Row(order.Key.Id, order.Key.Number, names[order.Key.DealerId], order.Dates, order.Fen))]);
    }
}
