using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Storage;

/// <summary>Adds what happened to the end of the history, inside the transaction that saves the change.</summary>
internal static class HistoryChain
{
    /// <summary>Takes the head first, so that savers queue here and nowhere else; then links the new entries one after the other.</summary>
    public static async Task Append(PortalDb db, Actor actor, Instant now, CancellationToken stop)
    {
        if (db.Happenings.Count == 0) return;

        var head = await TakeHead(db, stop);
        foreach (var happened in db.Happenings)
        {
            var entry = new HistoryEntry(head.Number + 1, happened, actor, now, head.Hash);
            db.History.Add(entry);
            head.MoveTo(entry);
        }
        db.Happenings.Clear();
    }

    // SQLite's write transaction has the whole database already; PostgreSQL locks the one row.
    private static Task<HistoryHead> TakeHead(PortalDb db, CancellationToken stop) =>
        db is PostgresPortalDb
            ? db.HistoryHeads.FromSql($"""SELECT * FROM "HistoryHeads" WHERE "Id" = 1 FOR UPDATE""").SingleAsync(stop)
            : db.HistoryHeads.SingleAsync(stop);
}
