using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Complaints;

/// <summary>Closes a case, with its follow-up callback.</summary>
public sealed class CloseCase(CaseWork cases)
{
    public sealed record Request(Guid CaseId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseClosed, open => open.Case.Close(actor, open.Now), stop);
}
