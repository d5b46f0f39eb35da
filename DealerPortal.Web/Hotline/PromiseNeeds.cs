using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Hotline;
using DealerPortal.Web.Shell;

namespace DealerPortal.Web.Hotline;

/// <summary>Calls that were promised and are still to be made: one's own, and for a supervisor everybody's.</summary>
internal sealed class PromiseNeeds(CallDesk desk) : INeeds
{
    public async Task<INeeds.Waiting> Of(Actor actor, CancellationToken stop) =>
        !Call.MayTake(actor) ? INeeds.Waiting.None
        : INeeds.Waiting.These([.. (await desk.Promises(actor, stop)).Where(one => one.IsMine || actor.Is(Role.AfterSalesSupervisor)).Select(one => new Need(
            "call-back", PortalUrls.HotlineFor(one.DealerId), one.Dealer ?? one.CallerName, $"{one.CallerName} {one.Number} · {one.Owner}", one.DueAt, one.PromisedAt))]);
}
