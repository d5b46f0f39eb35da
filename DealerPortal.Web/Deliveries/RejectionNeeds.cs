using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.Deliveries;

/// <summary>Refused goods that the region's dispatcher has not acknowledged yet.</summary>
internal sealed class RejectionNeeds(RejectionBoard board, Wording words) : INeeds
{
    public async Task<INeeds.Waiting> Of(Actor actor, CancellationToken stop) =>
        actor.Is(Role.LogisticsDispatcher)
            ? INeeds.Waiting.These([.. (await board.For(actor, stop)).Waiting.Select(row => new Need(
                "acknowledge", PortalUrls.Rejections, words[$"family.{row.Family}"], $"{row.DealerName} · {words.Show(row.RejectedAt)}"))])
            : INeeds.Waiting.None;
}
