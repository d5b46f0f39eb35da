using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Keeps the form of a new complaint as it stands, so that it survives reload, a lost connection and a signed-out session.</summary>
public sealed class KeepComplaintDraft(PortalWork work, IClock clock)
{
    /// <param name="Id">Made by the form; becomes the case's.</param>
    /// <param name="DealerId">For whom; one's own for a dealer's people.</param>
    public sealed record Request(Guid Id, Guid DealerId, DraftForm Form);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (actor.UserId is not { } writer || actor.IsDealer && !actor.MayActFor(request.DealerId)) return Refusal.NotAllowed;
            if (await db.Complaints.AnyAsync(one => one.Id == request.Id, stop)) return new Refusal("complaint.filed-already");
            if (!await db.Dealers.AnyAsync(dealer => dealer.Id == request.DealerId, stop)) return Refusal.NotFound;

            var now = clock.GetCurrentInstant();
            var draft = await db.ComplaintDrafts.SingleOrDefaultAsync(one => one.Id == request.Id, stop);
            if (draft is not null && draft.Writer != writer) return Refusal.NotFound;
            if (draft is null) db.ComplaintDrafts.Add(new(request.Id, request.DealerId, writer, request.Form.Write(), now));
            else draft.Keep(request.Form.Write(), now);
            return Outcome.Done;
        }, stop);
}
