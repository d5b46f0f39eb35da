using DealerPortal.Domain.Accounts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Npgsql;

namespace DealerPortal.Domain.Storage;

/// <summary>One piece of work: a fresh context, one decision, one save with its history, then the news of it.</summary>
public sealed class PortalWork(IDbContextFactory<PortalDb> contexts, ChangeFeed feed, IClock clock)
{
    /// <summary>Runs the work and saves what it did. A refusal saves nothing.</summary>
    /// <remarks>When somebody else was faster the work runs once more on fresh data, so that it finds what is already done and answers accordingly;
    /// when that happens twice the answer is <see cref="Refusal.ChangedMeanwhile"/>.</remarks>
    public async Task<Outcome> Do(Actor actor, Func<PortalDb, Task<Outcome>> work, CancellationToken stop)
    {
        var outcome = await Do<bool>(actor, async db => await work(db) is { Refusal: { } refusal } ? refusal : true, stop);
        return new(outcome.Refusal);
    }

    /// <inheritdoc cref="Do(Actor, Func{PortalDb, Task{Outcome}}, CancellationToken)"/>
    public async Task<Outcome<T>> Do<T>(Actor actor, Func<PortalDb, Task<Outcome<T>>> work, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await contexts.CreateDbContextAsync(stop);
            var outcome = await work(db);
            if (!outcome.IsDone) return outcome;
            try
            {
                await Save(db, actor, stop);
                return outcome;
            }
            catch (DbUpdateException fault) when (IsMeeting(fault))
            {
                if (attempt == 2) return Refusal.ChangedMeanwhile;
            }
        }
    }

    private async Task Save(PortalDb db, Actor actor, CancellationToken stop)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(stop))
        {
            await HistoryChain.Append(db, actor, clock.GetCurrentInstant(), stop);
            await db.SaveChangesAsync(stop);
            await feed.Tell(db, stop);
            await transaction.CommitAsync(stop);
        }
        foreach (var topic in db.Topics) feed.Changed(topic);
    }

    private static bool IsMeeting(DbUpdateException fault) =>
        fault is DbUpdateConcurrencyException
        || fault.InnerException is SqliteException { SqliteErrorCode: 19, SqliteExtendedErrorCode: 2067 or 1555 }
        || fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };
}
