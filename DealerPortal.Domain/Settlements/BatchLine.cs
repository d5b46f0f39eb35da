using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>A line of the ledger stands in a batch. The database lets each line stand in one batch at a time, and in one that is paid for ever.</summary>
public sealed class BatchLine
{
    private BatchLine() { }

    public BatchLine(Guid batchId, Guid entryId) => (BatchId, EntryId) = (batchId, entryId);

    public Guid BatchId { get; private set; }

    public Guid EntryId { get; private set; }

    /// <summary>When the batch was refused or withdrawn and the line became open again; null while it stands in the batch.</summary>
    public Instant? ReleasedAt { get; private set; }

    public void Release(Instant now) => ReleasedAt ??= now;
}
