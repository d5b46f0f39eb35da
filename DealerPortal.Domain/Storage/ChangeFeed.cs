using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace DealerPortal.Domain.Storage;

/// <summary>Tells open pages that a topic changed. Carries topics, never data: each page reads again what its reader may see.</summary>
public sealed partial class ChangeFeed(TimeProvider time, ILogger<ChangeFeed> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>PostgreSQL's channel between the processes.</summary>
    internal const string Channel = "portal_changes";

    // Held while somebody comes or leaves, so that a topic nobody shows any more can be forgotten.
    private readonly Lock coming = new();
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<Subscriber, byte>> topics = new();

    // When each topic changed last, as a count of changes; forgotten all at once when there are too many, which then counts as a change of everything.
    private const int MostTopics = 20_000;
    private readonly ConcurrentDictionary<string, long> changed = new();
    private long count;
    private long forgotten;

    /// <summary>The name of this process among its peers, so that it does not hear its own news twice.</summary>
    internal string Node { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Calls <paramref name="refresh"/> after each change of the topic, until disposed: one call at a time, a quarter of a second apart,
    /// and never fewer than one after the last change.</summary>
    public IDisposable On(string topic, Func<Task> refresh)
    {
        var subscriber = new Subscriber(this, topic, refresh);
        lock (coming) topics.GetOrAdd(topic, _ => new()).TryAdd(subscriber, 0);
        return subscriber;
    }

    /// <summary>How many changes this process has heard of: a mark to compare with later.</summary>
    public long Mark => Interlocked.Read(ref count);

    /// <summary>Whether any of the topics has changed since the mark was taken; yes where that is no longer known.</summary>
    public bool HasChangedSince(long mark, IEnumerable<string> topics) =>
        Interlocked.Read(ref forgotten) > mark || topics.Any(topic => changed.TryGetValue(topic, out var at) && at > mark);

    /// <summary>Nudges every page of this process that shows the topic.</summary>
    public void Changed(string topic)
    {
        changed[topic] = Interlocked.Increment(ref count);
        if (changed.Count > MostTopics) Forget();
        if (!topics.TryGetValue(topic, out var subscribers)) return;
        foreach (var (subscriber, _) in subscribers) subscriber.Nudge();
    }

    /// <summary>Nudges every page of this process: news may have been missed.</summary>
    internal void AllChanged()
    {
        Forget();
        foreach (var topic in topics.Keys) Changed(topic);
    }

    private void Forget()
    {
        Interlocked.Exchange(ref forgotten, Interlocked.Increment(ref count));
        changed.Clear();
    }

    /// <summary>Hands the topics to the other processes on PostgreSQL, inside the transaction: they hear of it when it commits, and only then.</summary>
    internal async Task Tell(PortalDb db, CancellationToken stop)
    {
        if (db is not PostgresPortalDb || db.Topics.Count == 0) return;
        var news = db.Topics.Select(topic => $"{Node} {topic}").ToArray();
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({Channel}, news) FROM unnest({news}) AS news", stop);
    }

    private sealed class Subscriber(ChangeFeed feed, string topic, Func<Task> refresh) : IDisposable
    {
        private readonly Lock gate = new();
        private bool running;
        private bool again;
        private bool gone;

        public void Nudge()
        {
            lock (gate)
            {
                if (gone) return;
                if (running) { again = true; return; }
                running = true;
            }
            _ = Task.Run(RunUntilQuiet);
        }

        private async Task RunUntilQuiet()
        {
            while (true)
            {
                try { await refresh(); }
                catch (ObjectDisposedException) { Dispose(); }
                // One page that cannot read itself must not keep the next news from reaching it.
                catch (Exception fault) { feed.LogDeaf(fault, topic); }
                await Task.Delay(Pause, feed.time);
                lock (gate)
                {
                    if (gone || !again) { running = false; return; }
                    again = false;
                }
            }
        }

        public void Dispose()
        {
            lock (gate) gone = true;
            lock (feed.coming)
            {
                if (!feed.topics.TryGetValue(topic, out var subscribers)) return;
                subscribers.TryRemove(this, out _);
                if (subscribers.IsEmpty) feed.topics.TryRemove(topic, out _);
            }
        }
    }

    private readonly TimeProvider time = time;

    [LoggerMessage(Level = LogLevel.Error, Message = "A page that shows {Topic} could not read itself again.")]
    private partial void LogDeaf(Exception fault, string topic);
}
