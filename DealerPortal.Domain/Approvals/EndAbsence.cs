using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>A person is back sooner than he said: from now on he decides himself again.</summary>
public sealed class EndAbsence(PortalWork work, IClock clock)
{
    public sealed record Request(Guid Id);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            var absence = await db.Absences.SingleOrDefaultAsync(one => one.Id == request.Id, stop);
            if (absence is null || actor.UserId is not { } me || absence.UserId != me && !actor.Is(Role.Administrator)) return Refusal.NotFound;

            absence.EndAt(clock.GetCurrentInstant());
            db.Note(new(Happening.AbsenceEnded, absence.UserId, null, null, Fact.At(absence.Until)));
            db.Announce(Topics.Approvals);
            return Outcome.Done;
        }, stop);
}
