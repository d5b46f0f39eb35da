using System.Runtime.CompilerServices;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Imports;

/// <summary>The dry run: what would become of a file, row by row, and nothing saved.</summary>
public sealed class CheckImport(IDbContextFactory<PortalDb> contexts, ImportReader reader, IClock clock)
{
    /// <summary>How many problems a page shows; the download has them all.</summary>
    public const int ShownProblems = 200;

    /// <param name="Ignored">Headings that no column answers to.</param>
    public sealed record Result(ImportKind Kind, int Rows, IReadOnlyList<string> Ignored, Tally Count, int ProblemCount, IReadOnlyList<Problem> Problems);

    /// <param name="progress">Told the rows that are behind, batch by batch.</param>
    public async Task<Outcome<Result>> Run(Guid id, Actor actor, IProgress<int>? progress, CancellationToken stop)
    {
        if (!ImportReader.MayImport(actor)) return Refusal.NotAllowed;
        var (measured, terms) = (reader.Measure(id), reader.Terms());
        if ((measured.Refusal ?? terms.Refusal) is { } refusal) return refusal;
        if (!ImportReader.MayImport(actor, measured.Value.Kind)) return Refusal.NotAllowed;

        var count = new Tally();
        var problems = new List<Problem>();
        var all = 0;
        await foreach (var (landing, rowsDone) in Land(id, terms.Value!, actor, stop))
        {
            count = count.Plus(landing.Tally);
            all += landing.Problems.Count;
            problems.AddRange(landing.Problems.Take(ShownProblems - problems.Count));
            progress?.Report(rowsDone);
        }
        var (kind, rows, ignored) = measured.Value;
        return new Result(kind, rows, ignored, count, all, problems);
    }

    /// <summary>Every problem of the file in the order of its lines, for the download. Empty where the person may not import or the file is gone.</summary>
    public async IAsyncEnumerable<Problem> Problems(Guid id, Actor actor, [EnumeratorCancellation] CancellationToken stop)
    {
        if (!ImportReader.MayImport(actor) || reader.Measure(id) is not { IsDone: true, Value: var measured } || !ImportReader.MayImport(actor, measured.Kind) || reader.Terms().Value is not { } terms) yield break;
        await foreach (var (landing, _) in Land(id, terms, actor, stop))
            foreach (var problem in landing.Problems) yield return problem;
    }

    private async IAsyncEnumerable<(Landing, int RowsDone)> Land(Guid id, Terms terms, Actor actor, [EnumeratorCancellation] CancellationToken stop)
    {
        using var file = reader.Open(id).Value;
        if (file is null) yield break;

        var pretended = new Dictionary<(string, int), decimal>();
        foreach (var batch in file.Batches())
        {
            await using var db = await contexts.CreateDbContextAsync(stop);
            var landing = new Landing(db, actor, terms, clock.GetCurrentInstant()) { Pretended = pretended };
            await file.Header.Kind.Land(landing, batch.Groups, stop);
            yield return (landing, batch.RowsDone);
        }
    }
}
