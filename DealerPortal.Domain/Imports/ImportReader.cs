using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Imports.Reading;
using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Imports;

/// <summary>Opens a waiting file, with the terms that hold today.</summary>
public sealed class ImportReader(ImportFolder folder, PolicyBook book, PortalSettings settings, IClock clock)
{
    /// <summary>Who brings in files at all.</summary>
    public static bool MayImport(Actor actor) => Enum.GetValues<ImportKind>().Any(kind => MayImport(actor, kind));

    /// <summary>What the ERP says is brought in by the administrator and the order follow-up, the month's tiers by the service assistant; and by the portal itself where it loads its own.</summary>
    public static bool MayImport(Actor actor, ImportKind kind) =>
        actor.IsSystem || (kind is ImportKind.Tiers ? actor.Is(Role.ServiceAssistant) : actor.IsAny(Role.Administrator, Role.OrderFollowUp));

    /// <summary>Opens the file at its first row. Dispose it.</summary>
    public Outcome<CsvFile> Open(Guid id) =>
        folder.Open(id) is { } stream ? CsvFile.Open(stream) : new Refusal("import.file-gone");

    /// <summary>Counts the rows of the file, or says why it cannot be read.</summary>
    public Outcome<(ImportKind Kind, int Rows, IReadOnlyList<string> Ignored)> Measure(Guid id)
    {
        var opened = Open(id);
        if (opened.Refusal is { } unreadable) return unreadable;

        using var file = opened.Value!;
        var rows = file.CountRows();
        return rows.Refusal is { } refusal ? refusal : (file.Header.Kind.Kind, rows.Value, file.Header.Ignored);
    }

    /// <summary>What a file may speak of today.</summary>
    public Outcome<Terms> Terms()
    {
        // The date only chooses the edition; the edition then knows the company's zone.
        var edition = book.InForce(clock.GetCurrentInstant().InUtc().Date);
        if (edition.Refusal is { } refusal) return refusal;
        var tiers = edition.Value!.Find<Policies.Kinds.CallbackCadences>();
        return new Terms(edition.Value.Families, settings.Regions, edition.Value.Calendar.Zone, book) { Tiers = tiers?.Tiers ?? [], Otherwise = tiers?.Otherwise.Value.Code };
    }
}
