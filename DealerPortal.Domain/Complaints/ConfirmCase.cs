using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>The dealer is content.</summary>
public sealed class ConfirmCase(CaseWork cases)
{
    public sealed record Request(Guid CaseId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseConfirmed, async open =>
        {
            var outcome = open.Case.Confirm(actor, open.Now);
            if (outcome.IsDone && open.IsChanged) await open.TellOwner(NoticeKind.CaseDealerSaid, null, Fact.Word("verb.Confirm"));
            return outcome;
        }, stop);
}
