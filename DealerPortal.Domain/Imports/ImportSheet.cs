using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Imports;

/// <summary>One import, and the latest ones.</summary>
public sealed class ImportSheet(IDbContextFactory<PortalDb> contexts, ImportFolder folder, IClock clock)
{
    private const int Latest = 20;

    private static readonly Duration Silence = Duration.FromMinutes(1);

    /// <param name="IsBrokenOff">Begun, not finished, and silent for a minute: it can be gone on with.</param>
    /// <param name="HasFile">The file is still there to be checked, applied, or asked for its problems.</param>
    public sealed record View(
        Guid Id, string FileName, string Sha256, Instant UploadedAt, string UploadedBy, ImportKind? Kind, Instant? StartedAt, Instant? FinishedAt,
        int Rows, int RowsDone, Tally Count, bool IsBrokenOff, bool HasFile)
    {
        public bool IsRunning => StartedAt is not null && FinishedAt is null && !IsBrokenOff;
    }

    /// <summary>Null for "not there" and "not allowed".</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        if (!ImportReader.MayImport(actor)) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var run = await db.ImportRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, stop);
        return run is null || (run.Kind is { } kind && !ImportReader.MayImport(actor, kind)) ? null : Show(run);
    }

    /// <summary>The latest imports that were begun, newest first.</summary>
    public async Task<IReadOnlyList<View>> Recent(Actor actor, CancellationToken stop)
    {
        if (!ImportReader.MayImport(actor)) return [];
        await using var db = await contexts.CreateDbContextAsync(stop);
        var runs = await db.ImportRuns.AsNoTracking().Where(run => run.StartedAt != null).OrderByDescending(run => run.StartedAt).Take(Latest).ToListAsync(stop);
        return [.. runs.Where(run => run.Kind is null || ImportReader.MayImport(actor, run.Kind.Value)).Select(Show)];
    }

    private View Show(ImportRun run) => new(
        run.Id, run.FileName, run.Sha256, run.UploadedAt, run.UploadedByName, run.Kind, run.StartedAt, run.FinishedAt, run.Rows, run.RowsDone, run.Count,
        run is { StartedAt: not null, FinishedAt: null } && clock.GetCurrentInstant() - run.LastAt > Silence, folder.Has(run.Id));
}
