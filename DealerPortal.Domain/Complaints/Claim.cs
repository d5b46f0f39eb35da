using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Complaints;

/// <summary>Somebody of after-sales takes a case up. Of two at once one has it, and the other is told by whom.</summary>
public sealed class Claim(CaseWork cases)
{
    public sealed record Request(Guid CaseId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseClaimed, open => open.With(Fact.Of(actor.Name)).Case.Claim(actor, open.Now), stop);
}
