using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Web.Shell;

namespace DealerPortal.Web.Callbacks;

/// <summary>The calls of the day.</summary>
internal sealed class CallbackCount(CallbackList view) : IPlaceCount
{
    public string Url => PortalUrls.Callbacks;

    public Task<int> Of(Actor actor, CancellationToken stop) => view.CountMine(actor, stop);
}
