using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>What a batch of a dealer through a date would hold if it were drawn up now, who would be asked, and what stands in its way.</summary>
public sealed class DraftSheet(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <param name="Through">The date asked for; the end of the last month where none was.</param>
    /// <param name="Latest">The last date a batch can reach: yesterday.</param>
    /// <param name="Undecided">How many orders, and how much, wait for their cause to be decided.</param>
    /// <param name="Obstacle">Why it cannot be drawn up; null when it can.</param>
    public sealed record View(
        Guid DealerId, string Code, string Name, string Region, LocalDate Through, LocalDate Latest, IReadOnlyList<StatementLine.Order> Orders, long Fen,
        (int Orders, long Fen) Undecided, Ruling<IReadOnlyList<string>>? Chain, Refusal? Obstacle);

    /// <summary>Null for whoever does not draw up batches, and for a dealer who is not there or not his.</summary>
    public async Task<View?> For(Guid dealerId, LocalDate? through, Actor actor, CancellationToken stop)
    {
        if (!Statements.MaySettle(actor) || book.InForceAt(clock.GetCurrentInstant()).Value is not { } edition) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.Dealers.AsNoTracking().SeenBy(actor).SingleOrDefaultAsync(dealer => dealer.Id == dealerId, stop) is not { } dealer) return null;

        var today = edition.Calendar.DateOf(clock.GetCurrentInstant());
        var last = through is { } asked && asked < today ? asked : EndOfLastMonth(today);
        var draft = await BatchDraft.Of(db, dealerId, last, stop);
        var lines = await StatementLine.Of(db, OpenLines.Ready(db, last).Where(entry => entry.DealerId == dealerId), null, stop);
        return new(dealer.Id, dealer.Code, dealer.Name, dealer.Region, last, today.PlusDays(-1), StatementLine.ByOrder(lines), draft.Fen,
            (draft.UndecidedOrders, draft.UndecidedFen), draft.Fen > 0 ? DrawUpBatch.ChainOf(edition, draft.Fen) : null, draft.Obstacle);
    }

    /// <summary>The period that is drawn up ordinarily.</summary>
    public static LocalDate EndOfLastMonth(LocalDate today) => today.With(DateAdjusters.StartOfMonth).PlusDays(-1);
}
