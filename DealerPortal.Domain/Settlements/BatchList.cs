using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>Statements, newest first, a page at a time: a dealer's own, a region's, or all.</summary>
public sealed class BatchList(IDbContextFactory<PortalDb> contexts)
{
    public const int PageSize = 40;

    /// <param name="State">Only these; null for any.</param>
    /// <param name="After">The last row of the page before; null for the first page.</param>
    public sealed record Question(BatchState? State = null, Guid? DealerId = null, (Instant At, Guid Id)? After = null);

    /// <param name="Next">Where the next page begins; null at the end.</param>
    public sealed record View(IReadOnlyList<Row> Rows, (Instant At, Guid Id)? Next);

    /// <param name="Questions">How many of its lines the dealer doubts.</param>
    public sealed record Row(Guid Id, string Number, string Dealer, LocalDate FirstDate, LocalDate Through, long Fen, BatchState State, Instant DrawnUpAt, LocalDate? PaidOn, int Questions);

    public async Task<View> For(Question question, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var batches = Statements.SeenBy(actor, db).AsNoTracking();
        if (question.State is { } state) batches = batches.Where(batch => batch.State == state);
        if (question.DealerId is { } dealerId) batches = batches.Where(batch => batch.DealerId == dealerId);
        if (question.After is var (at, id)) batches = batches.Where(batch => batch.DrawnUpAt <= at && (batch.DrawnUpAt < at || batch.Id < id));

        var rows = await (from batch in batches.OrderByDescending(batch => batch.DrawnUpAt).ThenByDescending(batch => batch.Id).Take(PageSize + 1)
                          join dealer in db.Dealers on batch.DealerId equals dealer.Id
                          orderby batch.DrawnUpAt descending, batch.Id descending
                          select new Row(batch.Id, batch.Number, dealer.Name, batch.FirstDate, batch.Through, batch.Fen, batch.State, batch.DrawnUpAt, batch.PaidOn,
                              db.LineQuestions.Count(asked => asked.BatchId == batch.Id))).ToListAsync(stop);
        return new([.. rows.Take(PageSize)], rows.Count > PageSize ? (rows[PageSize - 1].DrawnUpAt, rows[PageSize - 1].Id) : null);
    }

    /// <summary>How many stand in a state: for the start page and the tabs.</summary>
    public async Task<int> Count(BatchState state, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await Statements.SeenBy(actor, db).CountAsync(batch => batch.State == state, stop);
    }
}
