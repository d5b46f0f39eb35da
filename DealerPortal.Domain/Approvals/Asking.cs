using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>Asks for approval inside a piece of work: the question is saved, and its first link told, together with the change that made it necessary.</summary>
public static class Asking
{
    public static async Task Ask(this PortalDb db, ApprovalRequest request, Instant now, CancellationToken stop)
    {
        db.ApprovalRequests.Add(request);
        db.Note(new(Happening.ApprovalAsked, request.Subject, null, Clause.Parse(request.Clause), Fact.Word($"approval.kind.{request.Kind}"), Fact.Number(request.Consents.Count)));
        await ApprovalNews.TellNext(db, request, now, stop);
        ApprovalNews.Announce(db, request);
    }
}
