using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>Finance records that an approved batch was paid: the ledger settles it, once, and the dealer hears of it.</summary>
public sealed class PayBatch(PortalWork work, PolicyBook book, IClock clock)
{
    /// <param name="Reference">The bank's reference of the payment.</param>
    /// <param name="PaidOn">The day on which the bank was told, in the company's zone.</param>
    public sealed record Request(Guid BatchId, string Reference, LocalDate PaidOn);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (await Statements.SeenBy(actor, db).SingleOrDefaultAsync(batch => batch.Id == request.BatchId, stop) is not { } batch) return Refusal.NotFound;
            if (!Statements.MaySettle(actor)) return Refusal.NotAllowed;
            var (now, reference, clause) = (clock.GetCurrentInstant(), request.Reference.Trim(), Clause.Parse(batch.Clause));
            var (calendar, wasPaid) = (book.Edition(clause.Pack, clause.Edition).Calendar, batch.State is BatchState.Paid);
            var outcome = batch.Pay(reference, request.PaidOn, calendar.DateOf(batch.SettledAt ?? now), calendar.DateOf(now), actor, now);
            if (!outcome.IsDone || wasPaid) return outcome;

            db.Ledger.Add(LedgerEntry.Settle(batch.Id, batch.DealerId, request.PaidOn, batch.Fen, clause, [new("settlement.paid", Fact.Of(batch.Number), Fact.Of(reference), Fact.On(request.PaidOn))], now));
            BatchNews.Note(db, batch, Happening.BatchPaid, isInternal: false, Fact.Fen(batch.Fen), Fact.On(request.PaidOn), Fact.Of(reference));
            await BatchNews.TellDealer(db, batch, NoticeKind.StatementPaid, now, stop, Fact.On(request.PaidOn), Fact.Of(reference));
            await BatchNews.Announce(db, batch, stop);
            return Outcome.Done;
        }, stop);
}
