using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;

namespace DealerPortal.Domain.Complaints;

/// <summary>Whoever has a case hands it to a colleague, who is named and told.</summary>
public sealed class HandOver(CaseWork cases)
{
    public sealed record Request(Guid CaseId, Guid ToUserId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseHandedOver, async open =>
        {
            if (await open.Db.Handler(request.ToUserId, stop) is not { } to) return new Refusal("case.no-such-colleague", null, "to");
            var outcome = open.With(Fact.Of(to.Name)).Case.HandOver(to, actor, open.Now);
            if (outcome.IsDone && open.IsChanged) await open.TellOwner(NoticeKind.CaseYours, open.Case.RunningClock?.DueAt, Fact.Of(actor.Name));
            return outcome;
        }, stop);
}
