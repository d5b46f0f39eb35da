using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Approvals;

/// <summary>A person says that he will be away and who decides in his place; or that he is back sooner.</summary>
public sealed class DeclareAbsence(PortalWork work, IClock clock)
{
    /// <param name="Id">Made by the form, so that sending it twice is once.</param>
    /// <param name="UserId">Who is away: oneself, or (by an administrator) anybody of the staff.</param>
    public sealed record Request(Guid Id, Guid UserId, Guid SubstituteId, Instant From, Instant Until);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (actor.UserId is not { } me || !actor.IsStaff || request.UserId != me && !actor.Is(Role.Administrator)) return Refusal.NotAllowed;
            if (await db.Absences.AnyAsync(absence => absence.Id == request.Id, stop)) return Outcome.Done;
            var now = clock.GetCurrentInstant();
            if (request.From >= request.Until || request.Until <= now) return new Refusal("absence.span", null, "until");
            if (request.SubstituteId == request.UserId) return new Refusal("absence.oneself", null, "substitute");
            var people = await db.Users.Where(user => (user.Id == request.UserId || user.Id == request.SubstituteId) && user.DealerId == null && user.DisabledAt == null)
                .ToDictionaryAsync(user => user.Id, user => user.FullName, stop);
            if (people.Count < 2) return new Refusal("absence.unknown-person", null, "substitute");

            db.Absences.Add(new(request.Id, request.UserId, request.SubstituteId, new Interval(request.From, request.Until), me, now));
            db.Note(new(Happening.AbsenceDeclared, request.UserId, null, null,
                Fact.Of(people[request.UserId]), Fact.Of(people[request.SubstituteId]), Fact.At(request.From), Fact.At(request.Until)));
            db.Announce(Topics.Approvals);
            return Outcome.Done;
        }, stop);
}
