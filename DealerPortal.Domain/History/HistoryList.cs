using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.History;

/// <summary>What happened to a thing, oldest first: its timeline.</summary>
public sealed class HistoryList(IDbContextFactory<PortalDb> contexts, IPrivateSubjects kept)
{
    private const int Most = 500;

    /// <param name="Who">The person's name as it was then; null for what happened by itself.</param>
    public sealed record Entry(long Number, Instant At, string? Who, Happening What, Clause? Clause, IReadOnlyList<Fact> Facts);

    /// <summary>Of one thing, or of a thing and its parts together. A dealer reads what is of his dealer, people of a region what is of theirs.</summary>
    public async Task<IReadOnlyList<Entry>> For(Actor actor, CancellationToken stop, params Guid[] subjects)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var entries = await (await SeenBy(actor, db, stop)).Where(entry => subjects.Contains(entry.Subject)).OrderByDescending(entry => entry.Number).Take(Most).ToListAsync(stop);
        entries.Reverse();
        return [.. entries.Select(Show)];
    }

    private static Entry Show(HistoryEntry entry) => new(
        entry.Number, entry.At, entry.ActorId is null ? null : entry.ActorName, entry.What, entry.Clause is { } clause ? Clause.Parse(clause) : null, entry.ReadFacts());

    // An entry without a dealer is about the company's own affairs, and for staff alone.
    private async Task<IQueryable<HistoryEntry>> SeenBy(Actor actor, PortalDb db, CancellationToken stop)
    {
        var all = db.History.AsNoTracking();
        if (actor.IsDealer) return all.Where(entry => entry.DealerId == actor.DealerId);
        var hidden = await kept.KeptFrom(actor, db, stop);
        all = all.Where(entry => entry.DealerId != null || !hidden.Contains(entry.Subject));
        if (!actor.IsRegional) return all;

        // What is kept from the dealer is told without him; whose it is, the rest of its own history says.
        var regions = actor.Regions.ToArray();
        var ours = db.Dealers.Where(dealer => regions.Contains(dealer.Region)).Select(dealer => (Guid?)dealer.Id);
        return all.Where(entry => ours.Contains(entry.DealerId)
            || (entry.DealerId == null && (db.History.Any(other => other.Subject == entry.Subject && ours.Contains(other.DealerId)) || !db.History.Any(other => other.Subject == entry.Subject && other.DealerId != null))));
    }
}
