using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Complaints;

/// <summary>The clock runs again.</summary>
public sealed class ResumeClock(CaseWork cases)
{
    public sealed record Request(Guid CaseId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.ClockResumed, open => open.Case.Resume(open.Terms, actor, open.Now), stop);
}
