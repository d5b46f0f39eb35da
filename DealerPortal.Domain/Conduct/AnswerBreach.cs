using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Conduct;

/// <summary>The person concerned says his own word on it.</summary>
public sealed class AnswerBreach(BreachWork breaches)
{
    public sealed record Request(Guid Id, string Statement);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        breaches.Do(request.Id, actor, Happening.BreachAnswered, async (db, breach, now) =>
        {
            var outcome = breach.Answer(request.Statement, actor, now);
            if (outcome is { IsDone: true, Value: true })
                await db.TellUser(breach.RecordedBy, new($"breach/{breach.Id:N}/answered", NoticeKind.BreachAnswered, breach.Id, BreachWork.PathOf(breach.Id), null, Fact.Of(breach.Number)), now, stop);
            return outcome;
        }, stop);
}
