using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Notices;

/// <summary>An administrator has put a channel right: what was given up sets out again.</summary>
public sealed class TryNoticesAgain(PortalWork work, IClock clock)
{
    /// <param name="Ids">No more than a page of them.</param>
    public sealed record Request(IReadOnlyList<Guid> Ids);

    public async Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        !actor.Is(Role.Administrator) ? Refusal.NotAllowed : await work.Do(actor, async db =>
        {
            var ids = request.Ids.Take(OutboxBoard.AtMost).ToArray();
            var given = await db.Outbox.Where(entry => ids.Contains(entry.Id) && entry.GivenUpAt != null).ToListAsync(stop);
            if (given.Count == 0) return Outcome.Done;

            foreach (var entry in given) entry.TryAgain(clock.GetCurrentInstant());
            db.Note(new(Happening.NoticesTriedAgain, given[0].Id, null, null, Fact.Number(given.Count)));
            db.Announce(Topics.Jobs);
            return Outcome.Done;
        }, stop);
}
