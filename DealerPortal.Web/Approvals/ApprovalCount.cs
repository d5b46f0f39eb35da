using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Web.Shell;

namespace DealerPortal.Web.Approvals;

/// <summary>Questions that wait for the person's consent.</summary>
internal sealed class ApprovalCount(MyApprovals view) : IPlaceCount
{
    public string Url => PortalUrls.Approvals;

    public Task<int> Of(Actor actor, CancellationToken stop) => view.Count(actor, stop);
}
