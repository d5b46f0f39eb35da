using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Dealers;

/// <summary>Somebody proposes another tier for a dealer; nothing changes until it is confirmed. One at a time waits for a dealer.</summary>
public sealed class TierProposal : IRoot, IOfDealer
{
    private TierProposal() { }

    public TierProposal(Guid id, Guid dealerId, LocalDate month, Said said, Instant now)
    {
        (Id, DealerId, WaitsFor, Month) = (id, dealerId, dealerId, month);
        Change(said, now);
    }

    public Guid Id { get; private set; }

    public Guid DealerId { get; private set; }

    /// <summary>The dealer, as long as it is undecided; null afterwards. Unique.</summary>
    public Guid? WaitsFor { get; private set; }

    /// <summary>The first day of the month in which it was made.</summary>
    public LocalDate Month { get; private set; }

    /// <summary>The pack's code, such as <c>gold</c>.</summary>
    public string Tier { get; private set; } = "";

    public string? Note { get; private set; }

    public string ProposedBy { get; private set; } = "";

    public Instant ProposedAt { get; private set; }

    public bool? IsConfirmed { get; private set; }

    public string? DecidedBy { get; private set; }

    public Instant? DecidedAt { get; private set; }

    /// <summary>Why it was declined.</summary>
    public string? Reason { get; private set; }

    public int Version { get; private set; }

    /// <summary>Proposes something else instead.</summary>
    /// <returns>Whether that is anything new.</returns>
    public bool Change(Said said, Instant now)
    {
        if (Tier == said.Tier && Note == said.Note) return false;
        (Tier, Note, ProposedBy, ProposedAt) = (said.Tier, said.Note, said.By, now);
        return true;
    }

    /// <summary>It holds from now on: the period that makes it so is added beside.</summary>
    public void Confirm(string by, Instant now) => (IsConfirmed, WaitsFor, DecidedBy, DecidedAt) = (true, null, by, now);

    public void Decline(string reason, string by, Instant now) => (IsConfirmed, WaitsFor, Reason, DecidedBy, DecidedAt) = (false, null, reason, by, now);

    public sealed record Said(string Tier, string? Note, string By)
    {
        public string? Note { get; } = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();
    }
}
