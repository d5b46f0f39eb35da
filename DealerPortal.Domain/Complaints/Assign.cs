using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>A supervisor gives a case to somebody of after-sales.</summary>
public sealed class Assign(CaseWork cases)
{
    public sealed record Request(Guid CaseId, Guid ToUserId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseAssigned, async open =>
        {
            if (await open.Db.Handler(request.ToUserId, stop) is not { } to) return new Refusal("case.no-such-colleague", null, "to");
            var outcome = open.With(Fact.Of(to.Name)).Case.Assign(to, actor, open.Now);
            if (outcome.IsDone && open.IsChanged) await open.TellOwner(NoticeKind.CaseYours, open.Case.RunningClock?.DueAt, Fact.Of(actor.Name));
            return outcome;
        }, stop);
}
