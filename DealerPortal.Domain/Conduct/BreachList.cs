using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Conduct;

/// <summary>The breaches a person is concerned with, newest first; and what a form to record one needs.</summary>
public sealed class BreachList(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    public const int PageSize = 30;

    public sealed record View(IReadOnlyList<Row> Rows, Cursor? Next);

    /// <param name="IsMe">It is about the reader.</param>
    /// <param name="Due">By when something is open to the reader: his word, or his appeal.</param>
    public sealed record Row(Guid Id, string Number, string Person, string Clause, BreachState State, long? Fen, Instant RecordedAt, bool IsMe, bool IsMine, bool IsHeard, Instant? Due);

    public sealed record Cursor(Instant At, Guid Id);

    public sealed record Form(IReadOnlyList<ConductBreach> Duties, IReadOnlyList<Person> People);

    public sealed record Person(Guid Id, string Name);

    public async Task<View> For(Cursor? after, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        var mine = await db.Breaches.AsNoTracking().SeenBy(actor, db, now, stop);
        if (after is { At: var at, Id: var id }) mine = mine.Where(one => one.RecordedAt <= at && (one.RecordedAt < at || one.Id < id));
        var found = await mine.OrderByDescending(one => one.RecordedAt).ThenByDescending(one => one.Id).Take(PageSize + 1).ToListAsync(stop);
        var rows = found.Take(PageSize).Select(one => new Row(one.Id, one.Number, one.PersonName, one.Clause, one.State, one.Fen, one.RecordedAt, one.PersonId == actor.UserId, one.RecordedBy == actor.UserId,
            one.Statement is not null || now >= one.StatementDueAt, DueFor(one, actor, now)));
        return new([.. rows], found.Count > PageSize ? new(found[PageSize - 1].RecordedAt, found[PageSize - 1].Id) : null);
    }

    public async Task<Form> FormFor(Actor actor, CancellationToken stop)
    {
        if (!Breach.MayRecord(actor)) return new([], []);
        await using var db = await contexts.CreateDbContextAsync(stop);
        var people = await db.Users.Where(user => user.DealerId == null && user.DisabledAt == null && user.Id != actor.UserId).OrderBy(user => user.FullName).Take(500).Select(user => new Person(user.Id, user.FullName)).ToListAsync(stop);
        return new(book.InForceAt(clock.GetCurrentInstant()).Value?.Find<StaffConduct>()?.Breaches ?? [], people);
    }

    private static Instant? DueFor(Breach one, Actor actor, Instant now) => one.PersonId != actor.UserId ? null
        : one.State is BreachState.Recorded && one.Statement is null ? one.StatementDueAt
        : one.State is BreachState.Decided && now < one.AppealUntil ? one.AppealUntil : null;
}
