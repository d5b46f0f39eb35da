using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>The statement of one batch, line by line, for everybody who may see it: page, print and file read this.</summary>
public sealed class BatchSheet(IDbContextFactory<PortalDb> contexts)
{
    /// <param name="Clause">What the regulation pays under.</param>
    /// <param name="Approval">Who is asked and what they said; null for the dealer, whom that does not concern.</param>
    /// <param name="Payment">Null while it is not paid.</param>
    public sealed record View(
        Guid Id, string Number, BatchState State, Party Dealer, LocalDate FirstDate, LocalDate Through, long Fen, Clause Clause, string DrawnUpBy, Instant DrawnUpAt, Instant? SettledAt,
        MyApprovals.Item? Approval, Paid? Payment, IReadOnlyList<StatementLine> Lines, May Allows)
    {
        public IReadOnlyList<StatementLine.Order> Orders => StatementLine.ByOrder(Lines);
    }

    public sealed record Party(Guid Id, string Code, string Name, string Region);

    public sealed record Paid(LocalDate On, string Reference, string By, Instant At);

    /// <summary>What this person can do with it now.</summary>
    public sealed record May(bool Pay, bool Withdraw, bool Question);

    /// <summary>Null for a batch that is not there, or not this person's to see.</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var found = await (from batch in Statements.SeenBy(actor, db).AsNoTracking()
                           join dealer in db.Dealers on batch.DealerId equals dealer.Id
                           where batch.Id == id
                           select new { Batch = batch, Dealer = new Party(dealer.Id, dealer.Code, dealer.Name, dealer.Region) }).SingleOrDefaultAsync(stop);
        if (found is null) return null;

        var (one, party) = (found.Batch, found.Dealer);
        // A batch that was refused or withdrawn goes on showing what had been drawn up.
        var entries = db.Ledger.Where(entry => db.BatchLines.Any(line => line.BatchId == one.Id && line.EntryId == entry.Id));
        var question = actor.IsDealer ? null : await db.ApprovalRequests.AsNoTracking().SingleAsync(asked => asked.Id == one.ApprovalId, stop);
        return new(one.Id, one.Number, one.State, party, one.FirstDate, one.Through, one.Fen, Clause.Parse(one.Clause), one.DrawnUpBy, one.DrawnUpAt, one.SettledAt,
            question is null ? null : MyApprovals.Show(question, party.Name), one.State is BatchState.Paid ? new(one.PaidOn!.Value, one.Reference!, one.PaidBy!, one.PaidAt!.Value) : null,
            await StatementLine.Of(db, entries, one.Id, stop),
            new(one.State is BatchState.Approved && Statements.MaySettle(actor), one.State is BatchState.Asked && Statements.MaySettle(actor), actor.MayActFor(one.DealerId)));
    }
}
