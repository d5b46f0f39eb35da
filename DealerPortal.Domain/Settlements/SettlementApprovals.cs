using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>What follows for a batch when it is approved or refused: saved together with the last word on it.</summary>
public sealed class SettlementApprovals : IApprovalSubject
{
    public const string Kind = "settlement";

    public bool Asks(string kind) => kind is Kind;

    public async Task<Outcome> Settled(PortalDb db, ApprovalRequest request, Actor actor, Instant now, CancellationToken stop)
    {
        var batch = await db.Batches.SingleAsync(batch => batch.Id == request.Subject, stop);
        if (!batch.Settle(request.IsGranted, now)) return Outcome.Done;

        if (request.IsGranted) await BatchNews.TellDealer(db, batch, NoticeKind.StatementReady, now, stop, Fact.On(batch.FirstDate), Fact.On(batch.Through));
        else await Release(db, batch, now, stop);
        BatchNews.Note(db, batch, request.IsGranted ? Happening.BatchApproved : Happening.BatchRefused, isInternal: !request.IsGranted, Fact.Fen(batch.Fen));
        await BatchNews.Announce(db, batch, stop);
        return Outcome.Done;
    }

    /// <summary>The lines of a batch that will not be paid are open again.</summary>
    internal static async Task Release(PortalDb db, Batch batch, Instant now, CancellationToken stop)
    {
        foreach (var line in await db.BatchLines.Where(line => line.BatchId == batch.Id).ToListAsync(stop)) line.Release(now);
    }

    /// <summary>What those who approve a batch are shown: whose, for which period, how much, and what of it takes back earlier lines.</summary>
    internal static Question Of(Batch batch, Dealer dealer, IReadOnlyList<LedgerEntry> entries, Clause clause)
    {
        var back = entries.Where(entry => entry.Kind is EntryKind.Reverse).ToList();
        List<Step> shown =
        [
            new("settlement.of", Fact.Of(batch.Number), Fact.Of(dealer.Name), Fact.On(batch.FirstDate), Fact.On(batch.Through)),
            new("settlement.lines", Fact.Number(entries.Select(entry => entry.OrderId).Distinct().Count()), Fact.Number(entries.Count), Fact.Fen(batch.Fen)),
        ];
        if (back.Count > 0) shown.Add(new("settlement.back", Fact.Number(back.Count), Fact.Fen(back.Sum(entry => entry.Fen))));
        return new(Kind, batch.Id, dealer.Id, dealer.Region, BatchNews.PathOf(batch.Id), clause, shown);
    }
}
