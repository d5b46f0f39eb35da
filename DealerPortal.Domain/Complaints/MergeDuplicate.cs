using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Complaints;

/// <summary>The same matter was filed twice: one case ends in the other, which keeps its number, its clocks and its evidence.</summary>
public sealed class MergeDuplicate(CaseWork cases)
{
    public sealed record Request(Guid CaseId, Guid IntoId);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        cases.Do(request.CaseId, actor, Happening.CaseMerged, async open =>
        {
            if (await open.Db.Complaints.SeenBy(actor, open.Db).AsSplitQuery().SingleOrDefaultAsync(one => one.Id == request.IntoId, stop) is not { } into) return new Refusal("case.merge-into-what", null, "into");
            var outcome = open.With(Fact.Of(into.Number)).Case.Merge(into, open.Terms, actor, open.Now);
            if (!outcome.IsDone || !open.IsChanged) return outcome;
            OpenCase.Announce(open.Db, into);
            await open.TellDealer(NoticeKind.CaseMerged, null, Fact.Of(into.Number));
            return outcome;
        }, stop);
}
