using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>What follows for a case when a plan or an extension is granted or refused: saved together with the last word on it.</summary>
public sealed class CaseApprovals(PolicyBook book) : IApprovalSubject
{
    public bool Asks(string kind) => kind is Approvers.PlanQuestion or Approvers.ExtensionQuestion;

    public async Task<Outcome> Settled(PortalDb db, ApprovalRequest request, Actor actor, Instant now, CancellationToken stop)
    {
        var one = await db.Complaints.AsSplitQuery().SingleAsync(found => found.Id == request.Subject, stop);
        var open = new OpenCase(one, book, db, actor, now, stop);
        var (outcome, what) = request.Kind is Approvers.PlanQuestion ? Plan(open, request) : Extension(open, request);
        if (!outcome.IsDone || !open.IsChanged) return outcome;
        open.Internally().Note(what);
        await open.TellOwner(NoticeKind.CaseYours, one.RunningClock?.DueAt, Fact.Of(actor.Name));
        return outcome;
    }

    private static (Outcome, Happening) Plan(OpenCase open, ApprovalRequest request) => request.IsGranted
        ? (open.Case.Grant(request.Id, request.ShownHash, plan => Approvers.Of(open.Case, plan, Clause.Parse(request.Clause)).Hash, open.Actor, open.Now), Happening.PlanGranted)
        : (open.Case.RefusePlan(request.Id, open.Actor, open.Now), Happening.PlanRefused);

    private static (Outcome, Happening) Extension(OpenCase open, ApprovalRequest request) =>
        (open.Case.SettleExtension(request.Id, request.IsGranted, open.Terms, open.Actor, open.Now), request.IsGranted ? Happening.ExtensionGranted : Happening.ExtensionRefused);
}
