using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>One verb on one case: load it as far as the actor may see it, let the verb decide, note it, tell who is concerned.</summary>
public sealed class CaseWork(PortalWork work, PolicyBook book, IClock clock)
{
    /// <param name="what">What is noted when the verb did something; a verb that was done already notes nothing.</param>
    /// <param name="act">The verb, on the case as it is now. What it tells and asks is saved with it.</param>
    internal Task<Outcome> Do(Guid caseId, Actor actor, Happening what, Func<OpenCase, Task<Outcome>> act, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (await db.Complaints.SeenBy(actor, db).AsSplitQuery().SingleOrDefaultAsync(one => one.Id == caseId, stop) is not { } found) return Refusal.NotFound;
            var open = new OpenCase(found, book, db, actor, clock.GetCurrentInstant(), stop);
            var outcome = await act(open);
            if (!outcome.IsDone || !open.IsChanged) return outcome;
            open.Note(what);
            return outcome;
        }, stop);

    /// <inheritdoc cref="Do(Guid, Actor, Happening, Func{OpenCase, Task{Outcome}}, CancellationToken)"/>
    internal Task<Outcome> Do(Guid caseId, Actor actor, Happening what, Func<OpenCase, Outcome> act, CancellationToken stop) =>
        Do(caseId, actor, what, open => Task.FromResult(act(open)), stop);
}
