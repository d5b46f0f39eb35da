using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Inspections;
using NodaTime;

namespace DealerPortal.Web.Inspections;

/// <summary>The draft that one page has open: what is typed, and how it is kept without writing over another phone's.</summary>
internal sealed class OpenDraft(KeepDraft keep, Actor me, IClock clock) : IDisposable
{
    private readonly SemaphoreSlim keeping = new(1);
    private Guid id;
    private int number;

    public Findings Findings { get; private set; } = new();

    /// <summary>When this page kept it last; null while it has not.</summary>
    public Instant? SavedAt { get; private set; }

    /// <summary>Another page has kept something else since this one was opened.</summary>
    public Refusal? Elsewhere { get; private set; }

    /// <summary>Opens what the portal has, with a line for everything that should be there.</summary>
    public void Take(InspectionSheet.View sheet, int pages)
    {
        (id, Findings, number, Elsewhere) = (sheet.Id, sheet.Findings, sheet.DraftNumber, null);
        Findings.Page = Math.Clamp(Findings.Page, 0, pages - 1);
        foreach (var line in sheet.Expected.Where(line => !Findings.Items.Exists(item => item.ShipmentLineId == line.ShipmentLineId)))
            Findings.Items.Add(new() { ShipmentLineId = line.ShipmentLineId });
    }

    /// <summary>Keeps what is typed now. Answers whether it is kept.</summary>
    public async Task<bool> Keep()
    {
        await keeping.WaitAsync();
        try
        {
            var kept = await keep.Run(new(id, Findings, number), me, default);
            Elsewhere = kept.Refusal;
            if (kept.IsDone) (number, SavedAt) = (kept.Value, clock.GetCurrentInstant());
            return kept.IsDone;
        }
        finally { keeping.Release(); }
    }

    /// <summary>Keeps this page's version in the place of the other's.</summary>
    public Task<bool> KeepMine(InspectionSheet.View sheet)
    {
        number = sheet.DraftNumber;
        return Keep();
    }

    public void Dispose() => keeping.Dispose();
}
