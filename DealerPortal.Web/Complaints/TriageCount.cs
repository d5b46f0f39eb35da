using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Web.Shell;

namespace DealerPortal.Web.Complaints;

/// <summary>Own cases that want something, and those that nobody has taken up.</summary>
internal sealed class TriageCount(CaseTurnList view) : IPlaceCount
{
    public string Url => PortalUrls.Triage;

    public Task<int> Of(Actor actor, CancellationToken stop) => view.Count(actor, stop);
}
