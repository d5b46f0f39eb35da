using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Complaints;

/// <summary>A supervisor gives a case to somebody of after-sales.</summary>
public sealed class Assign(CaseWork cases)
{
    public sealed record Request(Guid CaseId, Guid ToUserId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Give(request.CaseId, request.ToUserId, Happening.CaseAssigned, (open, to) => open.Case.Assign(to, actor, open.Now), actor, stop);
}
