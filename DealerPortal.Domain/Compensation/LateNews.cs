using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>Who hears what of an order's lateness, and which open pages read themselves again.</summary>
internal static class LateNews
{
    /// <summary>Lines were written: they stand in the order's history, and the dealer hears of the first date and of what is taken back.</summary>
    public static async Task Tell(PortalDb db, Promise promise, IReadOnlyList<LedgerEntry> entries, Instant now, CancellationToken stop)
    {
        if (entries.Count == 0) return;
        await Announce(db, promise, stop);
        await Note(db, promise, [.. entries.Where(entry => entry.Kind == EntryKind.Earn)], Happening.LateDaysEarned, NoticeKind.OrderLate, $"late/{promise.Id:N}", now, stop);
        await Note(db, promise, [.. entries.Where(entry => entry.Kind == EntryKind.Reverse)], Happening.LateDaysReversed, NoticeKind.LatePayReversed, $"late/{promise.Id:N}/{promise.Version}", now, stop);
    }

    public static async Task Announce(PortalDb db, Promise promise, CancellationToken stop)
    {
        db.Announce(Topics.Order(promise.Id));
        db.Announce(Topics.Dealer(promise.DealerId));
        db.Announce(Topics.Region(await db.Dealers.Where(dealer => dealer.Id == promise.DealerId).Select(dealer => dealer.Region).SingleAsync(stop)));
        db.Announce(Topics.Staff);
    }

    private static async Task Note(PortalDb db, Promise promise, List<LedgerEntry> entries, Happening what, NoticeKind kind, string key, Instant now, CancellationToken stop)
    {
        if (entries.Count == 0) return;
        Fact[] facts = [Fact.Of(promise.Number), Fact.Number(entries.Count), Fact.On(entries[0].Date), Fact.On(entries[^1].Date), Fact.Fen(entries.Sum(entry => entry.Fen))];
        db.Note(new(what, promise.Id, promise.DealerId, Clause.Parse(entries[0].Clause), facts));
        await db.TellDealer(promise.DealerId, new(key, kind, promise.Id, $"/orders/{promise.Id}", null, facts), now, stop);
    }
}
