using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Conduct;

/// <summary>Whoever recorded it proposes what follows, within the limits of the clause, and asks those who decide.</summary>
public sealed class ProposeDecision(BreachWork breaches)
{
    /// <param name="Yuan">A sum within the limits, or 0 for a reprimand.</param>
    public sealed record Request(Guid Id, int Yuan, string Reason);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        breaches.Do(request.Id, actor, Happening.BreachProposed, async (db, breach, now) =>
        {
            var approval = Guid.CreateVersion7();
            var outcome = breach.Propose(request.Yuan * 100L, request.Reason, approval, actor, now);
            return outcome is { IsDone: true, Value: true } && await breaches.Ask(db, breach, approval, BreachWork.DecisionQuestion, breaches.Hearing(breach).Approvals, actor, now, stop) is { } nobody ? nobody : outcome;
        }, stop);
}
