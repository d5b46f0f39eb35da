using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Complaints;

/// <summary>Asks for a callback to hear how it went.</summary>
public sealed class RequestFollowUp(CaseWork cases)
{
    public sealed record Request(Guid CaseId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.FollowUpRequested, open => open.Case.RequestFollowUp(actor, open.Now), stop);
}
