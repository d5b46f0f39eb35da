using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Conduct;

/// <summary>The person concerned appeals: somebody else than those who decided looks at it again.</summary>
public sealed class AppealBreach(BreachWork breaches)
{
    public sealed record Request(Guid Id, string Appeal);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        breaches.Do(request.Id, actor, Happening.BreachAppealed, async (db, breach, now) =>
        {
            var approval = Guid.CreateVersion7();
            var outcome = breach.AppealAgainst(request.Appeal, approval, actor, now);
            return outcome is { IsDone: true, Value: true } && await breaches.Ask(db, breach, approval, BreachWork.AppealQuestion, breaches.Hearing(breach).AppealTo, actor, now, stop) is { } nobody ? nobody : outcome;
        }, stop);
}
