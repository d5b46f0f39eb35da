using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Imports.Reading;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Imports;

/// <summary>Takes a file over, batch by batch. Broken off in the middle it goes on where it stopped; pressed twice, or on two machines, it does nothing twice.</summary>
public sealed class ApplyImport(PortalWork work, ImportReader reader, IClock clock)
{
    public async Task<Outcome> Run(Guid id, Actor actor, CancellationToken stop)
    {
        if (!ImportReader.MayImport(actor)) return Refusal.NotAllowed;
        var (measured, terms) = (reader.Measure(id), reader.Terms());
        if ((measured.Refusal ?? terms.Refusal) is { } unreadable) return unreadable;
        if (!ImportReader.MayImport(actor, measured.Value.Kind)) return Refusal.NotAllowed;

        var started = await OnRun(id, actor, (_, run) => run.Start(measured.Value.Kind, measured.Value.Rows, clock.GetCurrentInstant()), stop);
        if (!started.IsDone) return started;
        if (reader.Open(id).Value is not { } opened) return new Refusal("import.file-gone");

        using var file = opened;
        foreach (var batch in file.Batches())
            if (await Land(id, file.Header, batch, terms.Value!, actor, stop) is { IsDone: false } refused) return refused;
        return await OnRun(id, actor, Finish, stop);
    }

    // All of it in one save; where somebody else keeps changing the same things, each thing in a save of its own.
    private async Task<Outcome> Land(Guid id, Header header, Batch batch, Terms terms, Actor actor, CancellationToken stop)
    {
        var together = await Try(batch.Groups, new());
        if (together.Refusal != Refusal.ChangedMeanwhile) return together;

        var apart = new Tally();
        foreach (var group in batch.Groups)
            if (await Alone(group) is { IsDone: false }) apart = apart.Plus(new(Refused: 1));
        return await Try([], apart);

        Task<Outcome> Try(IReadOnlyList<RowGroup> groups, Tally besides) => OnRun(id, actor, async (db, run) =>
        {
            if (run.RowsDone >= batch.RowsDone) return;
            var landing = new Landing(db, actor, terms, clock.GetCurrentInstant());
            await header.Kind.Land(landing, groups, stop);
            run.Advance(landing.Tally.Plus(besides), batch.RowsDone, landing.Now);
        }, stop);

        Task<Outcome> Alone(RowGroup group) => OnRun(id, actor, async (db, run) =>
        {
            if (run.RowsDone >= batch.RowsDone) return;
            var landing = new Landing(db, actor, terms, clock.GetCurrentInstant());
            await header.Kind.Land(landing, [group], stop);
            run.Advance(landing.Tally, run.RowsDone, landing.Now);
        }, stop);
    }

    private Task Finish(PortalDb db, ImportRun run)
    {
        if (run.FinishedAt is not null) return Task.CompletedTask;
        run.Finish(clock.GetCurrentInstant());
        db.Note(new(Happening.ImportApplied, run.Id, null, null, Fact.Of(run.FileName), Fact.Number(run.Count.Added), Fact.Number(run.Count.Changed),
            Fact.Number(run.Count.Unchanged), Fact.Number(run.Count.Refused), Fact.Of(run.Sha256)));
        return Task.CompletedTask;
    }

    private Task<Outcome> OnRun(Guid id, Actor actor, Action<PortalDb, ImportRun> act, CancellationToken stop) =>
        OnRun(id, actor, (db, run) => { act(db, run); return Task.CompletedTask; }, stop);

    private Task<Outcome> OnRun(Guid id, Actor actor, Func<PortalDb, ImportRun, Task> act, CancellationToken stop) => work.Do(actor, async db =>
    {
        var run = await db.ImportRuns.SingleOrDefaultAsync(run => run.Id == id, stop);
        if (run is null) return Refusal.NotFound;
        if (run.FinishedAt is not null) return Outcome.Done;

        await act(db, run);
        db.Announce(Topics.Import(id));
        return Outcome.Done;
    }, stop);
}
