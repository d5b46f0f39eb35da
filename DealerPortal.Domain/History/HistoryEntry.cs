using System.Security.Cryptography;
using System.Text;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Domain.History;

/// <summary>Something that happened, as an action tells it; the history adds who, when and its place in the chain.</summary>
/// <param name="Subject">The thing it happened to: its timeline reads by this id.</param>
/// <param name="DealerId">The dealer whose people may read it; null for what only staff may.</param>
public sealed record Happened(Happening What, Guid Subject, Guid? DealerId, Clause? Clause = null, params Fact[] Facts);

/// <summary>One link of the history: who did what, when, from where, under which clause. Written with the change, never changed after.</summary>
public sealed class HistoryEntry
{
    private HistoryEntry() { }

    internal HistoryEntry(long number, Happened happened, Actor actor, Instant at, string previousHash)
    {
        Number = number;
        // What is hashed must be what is stored: both databases keep microseconds.
        At = Instant.FromUnixTimeTicks(at.ToUnixTimeTicks() / 10 * 10);
        ActorId = actor.UserId;
        ActorName = actor.Name;
        From = actor.From;
        What = happened.What;
        Subject = happened.Subject;
        DealerId = happened.DealerId;
        Clause = happened.Clause?.ToString();
        Facts = StepText.Write([new("", happened.Facts)]);
        PreviousHash = previousHash;
        Hash = HashOfContent();
    }

    /// <summary>1, 2, 3 … without a gap.</summary>
    public long Number { get; private set; }

    public Instant At { get; private set; }

    public Guid? ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    /// <summary>Network address or job name.</summary>
    public string From { get; private set; } = "";

    public Happening What { get; private set; }

    public Guid Subject { get; private set; }

    public Guid? DealerId { get; private set; }

    public string? Clause { get; private set; }

    /// <summary>The particulars, as <see cref="StepText"/> writes one step without a code.</summary>
    public string Facts { get; private set; } = "";

    public string PreviousHash { get; private set; } = "";

    /// <summary>SHA-256, in lower-case hex, over every other field and the previous entry's hash.</summary>
    public string Hash { get; private set; } = "";

    public IReadOnlyList<Fact> ReadFacts() => StepText.Read(Facts)[0].Facts;

    /// <summary>The hash that the stored content has now; equal to <see cref="Hash"/> unless somebody touched it.</summary>
    public string HashOfContent() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
        Number, InstantPattern.ExtendedIso.Format(At), ActorId, ActorName, From, What, Subject, DealerId, Clause, Facts, PreviousHash))));
}

/// <summary>The end of the chain: one row, taken first by every save that adds to the history, so that the numbers have no gap.</summary>
public sealed class HistoryHead
{
    /// <summary>Always 1.</summary>
    public int Id { get; private set; } = 1;

    public long Number { get; private set; }

    public string Hash { get; private set; } = "";

    internal void MoveTo(HistoryEntry entry) => (Number, Hash) = (entry.Number, entry.Hash);
}
