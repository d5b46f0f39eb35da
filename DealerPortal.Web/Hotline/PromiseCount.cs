using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Hotline;
using DealerPortal.Web.Shell;

namespace DealerPortal.Web.Hotline;

/// <summary>Calls that the person promised.</summary>
internal sealed class PromiseCount(CallDesk view) : IPlaceCount
{
    public string Url => PortalUrls.Hotline;

    public Task<int> Of(Actor actor, CancellationToken stop) => view.CountMine(actor, stop);
}
