using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>The dealer is not content: a second handling with clocks of its own; what was is kept.</summary>
public sealed class AskAgain(CaseWork cases)
{
    public sealed record Request(Guid CaseId, Guid MessageId, string Why);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseAskedAgain, async open =>
        {
            var outcome = open.With(Fact.Of(request.Why.Trim())).Case.AskAgain(request.Why, open.Terms, actor, open.Now);
            if (!outcome.IsDone || !open.IsChanged) return outcome;
            open.Db.CaseMessages.Add(new(request.MessageId, open.Case, request.Why.Trim(), isInternal: false, actor, open.Now));
            await open.TellOwner(NoticeKind.CaseDealerSaid, open.Case.RunningClock?.DueAt, Fact.Word("verb.AskAgain"));
            return outcome;
        }, stop);
}
