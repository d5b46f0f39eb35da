using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Conduct;

/// <summary>Records that somebody of the staff broke a duty, and tells him: he is heard before anything is decided.</summary>
public sealed class RecordBreach(PortalWork work, PolicyBook book, IClock clock)
{
    /// <param name="Id">Made by the form, so that recording twice is once.</param>
    /// <param name="CaseNumber">The case in which it happened; empty without one.</param>
    public sealed record Request(Guid Id, Guid PersonId, string Code, LocalDate? On, string What, string? CaseNumber = null);

    public Task<Outcome> Run(Request request, Actor actor, CancellationToken stop) =>
        work.Do(actor, async db =>
        {
            if (!Breach.MayRecord(actor)) return Refusal.NotAllowed;
            if (await db.Breaches.AnyAsync(one => one.Id == request.Id && one.RecordedBy == actor.UserId, stop)) return Outcome.Done;
            var now = clock.GetCurrentInstant();
            if (book.InForceAt(now).Value is not { } edition) return book.InForceAt(now).Refusal!;
            var calendar = edition.Calendar;
            if (edition.Find<StaffConduct>() is not { } rules || rules.Find(request.Code) is not { } duty) return new Refusal("breach.duty-missing", null, "code");
            var read = await Read(db, request, actor, calendar.DateOf(now), stop);
            if (read.Value is not { } facts) return read.Refusal!;

            // Heard until the close of the last of so many working days; the day he is told is not counted.
            var due = calendar.ClosingOf(calendar.WorkingDayAfter(calendar.DateOf(now), rules.Hearing.StatementDays));
            var breach = new Breach(request.Id, $"W{Complaints.CaseNumber.Draw(calendar.DateOf(now))[1..]}", facts, duty, due, actor, now);
            db.Breaches.Add(breach);
            BreachWork.Note(db, breach, Happening.BreachRecorded);
            await db.TellUser(breach.PersonId, new($"breach/{breach.Id:N}/recorded", NoticeKind.BreachRecorded, breach.Id, BreachWork.PathOf(breach.Id), due, Fact.Of(breach.Number)), now, stop);
            return Outcome.Done;
        }, stop);

    private static async Task<Outcome<Breach.Facts>> Read(PortalDb db, Request request, Actor actor, LocalDate today, CancellationToken stop)
    {
        if (request.PersonId == actor.UserId) return new Refusal("breach.not-oneself", null, "person");
        var person = await db.Users.Where(user => user.Id == request.PersonId && user.DealerId == null).Select(user => user.FullName).SingleOrDefaultAsync(stop);
        if (person is null) return new Refusal("breach.person-missing", null, "person");
        if (request.On is not { } on || on > today || on < today.PlusYears(-1)) return new Refusal("breach.date-missing", null, "on");
        if (string.IsNullOrWhiteSpace(request.What)) return new Refusal("breach.text-missing", null, "what");
        var number = request.CaseNumber?.Trim().ToUpperInvariant() ?? "";
        var found = number.Length == 0 ? null : await db.Complaints.SeenBy(actor, db).Where(one => one.Number == number).Select(one => (Guid?)one.Id).SingleOrDefaultAsync(stop);
        if (number.Length > 0 && found is null) return new Refusal("breach.no-such-case", null, "case");
        return new Breach.Facts(request.PersonId, person, on, request.What, found);
    }
}
