using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>Finance draws up a batch of everything that is open for a dealer through a date, reversals of earlier periods included, and asks those who approve.</summary>
/// <remarks>Each line is taken into the batch in the same save; two who draw up at once meet at the lines, and the later one finds nothing left.</remarks>
public sealed class DrawUpBatch(PortalWork work, PolicyBook book, IClock clock)
{
    /// <param name="BatchId">Made by the form, so that sending twice is once.</param>
    /// <param name="Through">The last date of the period; over already.</param>
    public sealed record Request(Guid BatchId, Guid DealerId, LocalDate Through);

    public Task<Outcome<Guid>> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do<Guid>(actor, async db =>
        {
            if (!Statements.MaySettle(actor)) return Refusal.NotAllowed;
            if (await db.Dealers.SeenBy(actor).SingleOrDefaultAsync(dealer => dealer.Id == request.DealerId, stop) is not { } dealer) return Refusal.NotFound;
            if (await db.Batches.AnyAsync(batch => batch.Id == request.BatchId && batch.DealerId == dealer.Id, stop)) return request.BatchId;
            var now = clock.GetCurrentInstant();
            var inForce = book.InForceAt(now);
            if (inForce.Value is not { } edition) return inForce.Refusal!;
            if (request.Through >= edition.Calendar.DateOf(now)) return new Refusal("settlement.period-not-over", null, "through");
            var draft = await BatchDraft.Of(db, dealer.Id, request.Through, stop);
            if (draft.Obstacle is { } obstacle) return obstacle;

            var batch = new Batch(request.BatchId, BatchNumber.Draw(request.Through), Contents(draft, request, edition), Guid.CreateVersion7(), actor, now);
            db.Batches.Add(batch);
            db.BatchLines.AddRange(draft.Entries.Select(entry => new BatchLine(batch.Id, entry.Id)));
            BatchNews.Note(db, batch, Happening.BatchDrawnUp, isInternal: true, Fact.On(batch.FirstDate), Fact.On(batch.Through), Fact.Fen(batch.Fen));
            await BatchNews.Announce(db, batch, stop);
            var chain = ChainOf(edition, batch.Fen);
            await db.Ask(new ApprovalRequest(batch.ApprovalId, SettlementApprovals.Of(batch, dealer, draft.Entries, chain.Clause),
                [.. chain.Value.Select(Approvers.RoleOf)], actor, now, edition.Calendar.AddOpenTime(now, edition.Chains.RemindAfter)), now, stop);
            return batch.Id;
        }, stop);

    /// <summary>Whose consent a payment of this much needs: the regulation's chain for a compensation.</summary>
    internal static Ruling<IReadOnlyList<string>> ChainOf(Edition edition, long fen) => edition.Chains.For([("compensation", fen)]);

    private static Batch.Contents Contents(BatchDraft draft, Request request, Edition edition) =>
        new(request.DealerId, draft.Entries[0].Date, request.Through, draft.Fen, draft.Entries.Count, edition.LatePay.Pay.Clause);
}
