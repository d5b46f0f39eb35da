using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>A dealer doubts a line of a statement: the case that was opened for it, under the case's own id.</summary>
public sealed class LineQuestion : IOfDealer
{
    private LineQuestion() { }

    public LineQuestion(Guid caseId, string caseNumber, Batch batch, Guid entryId, Actor by, Instant now) =>
        (Id, CaseNumber, BatchId, DealerId, EntryId, AskedBy, AskedAt) = (caseId, caseNumber, batch.Id, batch.DealerId, entryId, by.Name, now);

    /// <summary>The case's id.</summary>
    public Guid Id { get; private set; }

    public string CaseNumber { get; private set; } = "";

    public Guid BatchId { get; private set; }

    public Guid DealerId { get; private set; }

    /// <summary>The line of the ledger; questioned once, and then spoken of in its case.</summary>
    public Guid EntryId { get; private set; }

    public string AskedBy { get; private set; } = "";

    public Instant AskedAt { get; private set; }
}
