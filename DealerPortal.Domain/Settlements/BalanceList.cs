using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>What stands to each dealer's credit, by dealer, a page at a time: always summed up from the ledger, never kept.</summary>
public sealed class BalanceList(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    public const int PageSize = 40;

    /// <param name="Text">A part of the dealer's code or name; empty for any.</param>
    /// <param name="OnlyOpen">Only those of whom a batch through <paramref name="Through"/> would take up something.</param>
    /// <param name="Through">The last date of the period; the end of the last month where null.</param>
    /// <param name="After">The last code of the page before; null for the first page.</param>
    public sealed record Question(string Text = "", bool OnlyOpen = false, LocalDate? Through = null, string? After = null);

    /// <param name="Next">The code behind which the next page begins; null at the end.</param>
    public sealed record View(IReadOnlyList<Row> Rows, LocalDate Through, string? Next);

    /// <param name="Fen">The balance: all lines together.</param>
    /// <param name="ReadyFen">Of it: what a batch through the date would take up; less than nothing where reversals are carried forward.</param>
    /// <param name="UndecidedFen">Of it: what waits for causes to be decided.</param>
    /// <param name="DrawnFen">Of it: what stands in batches that are not paid yet.</param>
    public sealed record Row(Guid DealerId, string Code, string Name, string Region, long Fen, long ReadyFen, long UndecidedFen, long DrawnFen)
    {
        /// <summary>The rest of it: of dates after the period.</summary>
        public long LaterFen => Fen - ReadyFen - UndecidedFen - DrawnFen;
    }

    public async Task<View?> For(Question question, Actor actor, CancellationToken stop)
    {
        if (!actor.IsStaff || !Statements.MayRead(actor) || book.InForceAt(clock.GetCurrentInstant()).Value is not { } edition) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var through = question.Through ?? DraftSheet.EndOfLastMonth(edition.Calendar.DateOf(clock.GetCurrentInstant()));
        var ready = OpenLines.Ready(db, through);
        var dealers = db.Dealers.AsNoTracking().SeenBy(actor).Where(dealer => db.Ledger.Any(entry => entry.DealerId == dealer.Id));
        if (question.Text.Trim() is { Length: > 0 } text) dealers = dealers.Where(dealer => dealer.Code.Contains(text) || dealer.Name.Contains(text));
        if (question.OnlyOpen) dealers = dealers.Where(dealer => ready.Any(entry => entry.DealerId == dealer.Id));
        if (question.After is { } after) dealers = dealers.Where(dealer => dealer.Code.CompareTo(after) > 0);

        var rows = await Rows(db, dealers.OrderBy(dealer => dealer.Code).Take(PageSize + 1), through).ToListAsync(stop);
        return new([.. rows.Take(PageSize)], through, rows.Count > PageSize ? rows[PageSize - 1].Code : null);
    }

    internal static IQueryable<Row> Rows(PortalDb db, IQueryable<Dealer> dealers, LocalDate through)
    {
        var (ready, undecided) = (OpenLines.Ready(db, through), OpenLines.Undecided(db, through));
        return dealers.OrderBy(dealer => dealer.Code).Select(dealer => new Row(
            dealer.Id, dealer.Code, dealer.Name, dealer.Region,
            db.Ledger.Where(entry => entry.DealerId == dealer.Id).Sum(entry => entry.Fen),
            ready.Where(entry => entry.DealerId == dealer.Id).Sum(entry => entry.Fen),
            undecided.Where(entry => entry.DealerId == dealer.Id).Sum(entry => entry.Fen),
            db.Batches.Where(batch => batch.DealerId == dealer.Id && (batch.State == BatchState.Asked || batch.State == BatchState.Approved)).Sum(batch => batch.Fen)));
    }
}
