using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Complaints;

/// <summary>The clock stands still for a reason that the regulation knows.</summary>
public sealed class PauseClock(CaseWork cases)
{
    public sealed record Request(Guid CaseId, string Reason);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.ClockPaused, open => open.With(Fact.Word($"pause.{request.Reason}")).Case.Pause(request.Reason, open.Terms, actor, open.Now), stop);
}
