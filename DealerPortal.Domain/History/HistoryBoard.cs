using System.Runtime.CompilerServices;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.History;

/// <summary>The whole record, newest first, for those who check it: the auditor and the administrator.</summary>
public sealed class HistoryBoard(IDbContextFactory<PortalDb> contexts, IPrivateSubjects kept)
{
    public const int PageSize = 50;

    private const int Batch = 1000;

    /// <param name="Who">Part of the name of the person who acted.</param>
    public sealed record Filter(Guid? Subject = null, string? Who = null, Happening? What = null);

    /// <param name="Who">The name as it was then; null for what happened by itself.</param>
    /// <param name="From">Network address, or name of the job.</param>
    /// <param name="IsPrivate">Who it was and from where is kept from this reader.</param>
    public sealed record Entry(
        long Number, Instant At, string? Who, string From, Happening What, Guid Subject, Guid? DealerId, Clause? Clause, IReadOnlyList<Fact> Facts, string Hash, bool IsPrivate);

    /// <param name="Next">What to ask <see cref="Read"/> for next; null at the end.</param>
    public sealed record Page(IReadOnlyList<Entry> Entries, long? Next);

    public static bool IsFor(Actor actor) => actor.IsAny(Role.Auditor, Role.Administrator);

    /// <param name="before">Only entries of smaller numbers; null for the newest.</param>
    public async Task<Outcome<Page>> Read(Filter filter, long? before, Actor actor, CancellationToken stop)
    {
        if (!IsFor(actor)) return Refusal.NotAllowed;

        var entries = await Take(filter, before, PageSize + 1, actor, stop);
        return entries.Count > PageSize ? new Page(entries[..PageSize], entries[PageSize - 1].Number) : new Page(entries, null);
    }

    /// <summary>Everything the filter lets through, newest first, a batch at a time: for the export.</summary>
    public async IAsyncEnumerable<Entry> All(Filter filter, Actor actor, [EnumeratorCancellation] CancellationToken stop)
    {
        if (!IsFor(actor)) yield break;

        long? before = null;
        while (await Take(filter, before, Batch, actor, stop) is { Count: > 0 } entries)
        {
            foreach (var entry in entries) yield return entry;
            before = entries[^1].Number;
        }
    }

    private async Task<List<Entry>> Take(Filter filter, long? before, int count, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var (query, hidden) = (db.History.AsNoTracking(), await kept.KeptFrom(actor, db, stop));
        if (before is { } number) query = query.Where(entry => entry.Number < number);
        if (filter.Subject is { } subject) query = query.Where(entry => entry.Subject == subject);
        if (filter.What is { } what) query = query.Where(entry => entry.What == what);
        if (!string.IsNullOrWhiteSpace(filter.Who)) query = query.Where(entry => entry.ActorId != null && entry.ActorName.Contains(filter.Who.Trim()) && !hidden.Contains(entry.Subject));
        var found = await query.OrderByDescending(entry => entry.Number).Take(count).Select(entry => new
        {
            entry.Number,
            entry.At,
            entry.What,
            entry.Subject,
            entry.DealerId,
            entry.Clause,
            entry.Facts,
            entry.Hash,
            IsPrivate = hidden.Contains(entry.Subject),
            Who = entry.ActorId == null || hidden.Contains(entry.Subject) ? null : entry.ActorName,
            From = hidden.Contains(entry.Subject) ? "" : entry.From,
        }).ToListAsync(stop);
        return [.. found.Select(entry => new Entry(entry.Number, entry.At, entry.Who, entry.From, entry.What, entry.Subject, entry.DealerId,
            entry.Clause is { } clause ? Clause.Parse(clause) : null, StepText.Read(entry.Facts)[0].Facts, entry.Hash, entry.IsPrivate))];
    }
}
