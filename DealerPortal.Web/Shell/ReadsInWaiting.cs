using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace DealerPortal.Web.Shell;

/// <summary>The reads of prerendered pages that wait for their circuits: in this process, for two minutes, a bounded number.</summary>
/// <remarks>A circuit that finds nothing here (another process, a page that lay in the cache) reads for itself.</remarks>
public sealed class ReadsInWaiting(TimeProvider time)
{
    private const int Most = 2_000;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, (Bag Bag, DateTimeOffset Until)> bags = new();
    private readonly Lock clearing = new();
    private DateTimeOffset cleared;

    /// <summary>Keeps the bag and gives the ticket for it; null while too many wait.</summary>
    public string? Put(Bag bag)
    {
        Clear();
        if (bags.Count >= Most) return null;
        var ticket = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        bags[ticket] = (bag, time.GetUtcNow() + Lifetime);
        return ticket;
    }

    /// <summary>Hands the bag out, once.</summary>
    public Bag? Take(string ticket) => bags.TryRemove(ticket, out var entry) && entry.Until > time.GetUtcNow() ? entry.Bag : null;

    // Pages of visitors without a circuit, such as a script's, leave bags that nobody fetches.
    private void Clear()
    {
        var now = time.GetUtcNow();
        lock (clearing)
        {
            if (now - cleared < TimeSpan.FromSeconds(10)) return;
            cleared = now;
        }
        foreach (var (ticket, entry) in bags)
            if (entry.Until <= now) bags.TryRemove(ticket, out _);
    }

    /// <summary>The reads of one page.</summary>
    public sealed class Bag(string? person)
    {
        private readonly ConcurrentDictionary<string, (object? Value, long Mark)?> reads = new();

        /// <summary>The sign-in name of the person that the page was rendered for.</summary>
        public string? Person { get; } = person;

        // Two reads of one name cannot be told apart, and neither is handed on.
        public void Keep(string name, object? value, long mark) => reads.AddOrUpdate(name, _ => (value, mark), (_, _) => null);

        public (object? Value, long Mark)? Take(string name) => reads.TryRemove(name, out var read) ? read : null;
    }
}
