using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Complaints;

/// <summary>Whoever has a case hands it to a colleague, who is named and told.</summary>
public sealed class HandOver(CaseWork cases)
{
    public sealed record Request(Guid CaseId, Guid ToUserId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Give(request.CaseId, request.ToUserId, Happening.CaseHandedOver, (open, to) => open.Case.HandOver(to, actor, open.Now), actor, stop);
}
