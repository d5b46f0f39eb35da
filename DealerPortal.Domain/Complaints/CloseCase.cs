using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;

namespace DealerPortal.Domain.Complaints;

/// <summary>Closes a case, with its follow-up callback.</summary>
public sealed class CloseCase(CaseWork cases, IEnumerable<ICaseClosing> listeners)
{
    public sealed record Request(Guid CaseId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseClosed, async open =>
        {
            var outcome = open.Case.Close(actor, open.Now);
            if (outcome.IsDone && open.IsChanged)
                foreach (var listener in listeners) await listener.Closed(open.Db, open.Case, open.Now, open.Stop);
            return outcome;
        }, stop);
}
