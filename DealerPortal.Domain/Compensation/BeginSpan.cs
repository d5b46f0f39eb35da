using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>Somebody opens the form of an excused span: from now on documents can hang on it. Opened again before it is sent it is the same one, with what hangs on it.</summary>
public sealed class BeginSpan(PortalWork work, IClock clock)
{
    /// <summary>The id that the span will have.</summary>
    public Task<Outcome<Guid>> Run(Actor actor, CancellationToken stop) => work.Do<Guid>(actor, async db =>
    {
        if (!RecordSpan.MayRecord(actor)) return Refusal.NotAllowed;
        if (await db.SpanDrafts.SingleOrDefaultAsync(draft => draft.Writer == actor.UserId, stop) is { } known) return known.Id;

        var draft = new SpanDraft(Guid.CreateVersion7(), actor.UserId!.Value, clock.GetCurrentInstant());
        db.SpanDrafts.Add(draft);
        return draft.Id;
    }, stop);
}
