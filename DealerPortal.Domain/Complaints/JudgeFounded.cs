using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Complaints;

/// <summary>The complaint is founded: a plan will follow.</summary>
public sealed class JudgeFounded(CaseWork cases)
{
    public sealed record Request(Guid CaseId, string Explanation);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseFounded, open => open.With(Fact.Of(request.Explanation.Trim())).Case.JudgeFounded(request.Explanation, actor, open.Now), stop);
}
