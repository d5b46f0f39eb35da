using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Imports;

/// <summary>One file from the ERP: who brought it, when, and how far it was taken over.</summary>
public sealed class ImportRun : IRoot
{
    private ImportRun() { }

    public ImportRun(Guid id, string fileName, string sha256, long bytes, Actor by, Instant now)
    {
        Id = id;
        FileName = fileName;
        Sha256 = sha256;
        Bytes = bytes;
        UploadedAt = now;
        UploadedBy = by.UserId;
        UploadedByName = by.Name;
    }

    public Guid Id { get; private set; }

    /// <summary>As the person's machine called it; shown, never used as a path.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    public long Bytes { get; private set; }

    public Instant UploadedAt { get; private set; }

    /// <summary>Null for the portal itself.</summary>
    public Guid? UploadedBy { get; private set; }

    public string UploadedByName { get; private set; } = "";

    /// <summary>Null until it is applied.</summary>
    public ImportKind? Kind { get; private set; }

    public Instant? StartedAt { get; private set; }

    /// <summary>When the latest batch was saved.</summary>
    public Instant? LastAt { get; private set; }

    public Instant? FinishedAt { get; private set; }

    /// <summary>Rows of the file, without its header.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows behind us: a repeated run goes on after them.</summary>
    public int RowsDone { get; private set; }

    public Tally Count { get; private set; } = new();

    public int Version { get; private set; }

    /// <summary>Begins, or begins again where it was broken off.</summary>
    public void Start(ImportKind kind, int rows, Instant now)
    {
        (Kind, Rows) = (kind, rows);
        StartedAt ??= now;
        LastAt = now;
    }

    /// <summary>Counts a batch, in the same save as what the batch brought.</summary>
    /// <param name="rowsDone">The rows of the file that are behind us with it.</param>
    public void Advance(Tally batch, int rowsDone, Instant now)
    {
        Count = Count.Plus(batch);
        RowsDone = rowsDone;
        LastAt = now;
    }

    public void Finish(Instant now) => FinishedAt ??= now;
}
