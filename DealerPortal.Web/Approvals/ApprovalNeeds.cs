using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.Approvals;

/// <summary>Questions that wait for the person's consent.</summary>
internal sealed class ApprovalNeeds(MyApprovals approvals, Wording words) : INeeds
{
    public async Task<INeeds.Waiting> Of(Actor actor, CancellationToken stop) =>
        actor.IsStaff
            ? INeeds.Waiting.These([.. (await approvals.For(actor, stop)).Waiting.Select(item => new Need(
                "approve", PortalUrls.Approvals, item.Dealer ?? words["approval.kind." + item.Kind], $"{item.AskedBy} · {words.Show(item.AskedAt)}"))])
            : INeeds.Waiting.None;
}
