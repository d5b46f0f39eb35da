using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Settlements;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.Settlements;

/// <summary>Approved batches that finance has not paid yet.</summary>
internal sealed class SettlementNeeds(BatchList batches, Wording words) : INeeds
{
    public async Task<INeeds.Waiting> Of(Actor actor, CancellationToken stop)
    {
        if (!Statements.MaySettle(actor)) return INeeds.Waiting.None;
        var first = (await batches.For(new(BatchState.Approved), actor, stop)).Rows;
        return new([.. first.Select(row => new Need("pay", PortalUrls.Statement(row.Id), $"{row.Dealer} · {words.Show(Fact.Fen(row.Fen))}", row.Number))],
            first.Count < BatchList.PageSize ? first.Count : await batches.Count(BatchState.Approved, actor, stop));
    }
}
