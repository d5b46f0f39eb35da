using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>Everything is carried out: the resolution clock is met, and the dealer is asked.</summary>
public sealed class Resolve(CaseWork cases)
{
    public sealed record Request(Guid CaseId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseResolved, async open =>
        {
            var outcome = open.Case.Resolve(open.Terms, actor, open.Now);
            if (outcome.IsDone && open.IsChanged) await open.TellDealer(NoticeKind.CaseResolved);
            return outcome;
        }, stop);
}
