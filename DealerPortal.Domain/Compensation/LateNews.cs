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
    /// <summary>Lines were written: they stand in each order's history, and the dealers hear of the first date and of what is taken back.</summary>
    public static async Task Tell(PortalDb db, IReadOnlyList<(Promise Of, IReadOnlyList<LedgerEntry> Entries)> all, Instant now, CancellationToken stop)
    {
        if (all.Count == 0) return;
        await Announce(db, [.. all.Select(one => one.Of)], stop);
        var news = new List<Told>();
        foreach (var (promise, entries) in all)
        {
            Note(db, news, promise, [.. entries.Where(entry => entry.Kind == EntryKind.Earn)], Happening.LateDaysEarned, NoticeKind.OrderLate, $"late/{promise.Id:N}");
            Note(db, news, promise, [.. entries.Where(entry => entry.Kind == EntryKind.Reverse)], Happening.LateDaysReversed, NoticeKind.LatePayReversed, $"late/{promise.Id:N}/{promise.Version}");
        }
        await db.Tell(news, now, stop);
    }

    public static Task Announce(PortalDb db, Promise promise, CancellationToken stop) => Announce(db, [promise], stop);

    private static async Task Announce(PortalDb db, IReadOnlyList<Promise> promises, CancellationToken stop)
    {
        var dealers = promises.Select(promise => promise.DealerId).Distinct().ToArray();
        foreach (var promise in promises) db.Announce(Topics.Order(promise.Id));
        foreach (var dealer in dealers) db.Announce(Topics.Dealer(dealer));
        foreach (var region in await db.Dealers.Where(dealer => dealers.Contains(dealer.Id)).Select(dealer => dealer.Region).Distinct().ToListAsync(stop)) db.Announce(Topics.Region(region));
        db.Announce(Topics.Staff);
        db.Announce(Topics.Settlement);
    }

    private static void Note(PortalDb db, List<Told> news, Promise promise, List<LedgerEntry> entries, Happening what, NoticeKind kind, string key)
    {
        if (entries.Count == 0) return;
        Fact[] facts = [Fact.Of(promise.Number), Fact.Number(entries.Count), Fact.On(entries[0].Date), Fact.On(entries[^1].Date), Fact.Fen(entries.Sum(entry => entry.Fen))];
        db.Note(new(what, promise.Id, promise.DealerId, Clause.Parse(entries[0].Clause), facts));
        news.Add(new(new Readers.OfDealer(promise.DealerId), new(key, kind, promise.Id, $"/orders/{promise.Id}", null, facts)));
    }
}
