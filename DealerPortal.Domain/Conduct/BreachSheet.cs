using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Conduct;

/// <summary>One breach, for those concerned.</summary>
public sealed class BreachSheet(IDbContextFactory<PortalDb> contexts, BreachWork breaches, IClock clock)
{
    /// <param name="MayAnswer">The reader is the person concerned and has not said his word.</param>
    /// <param name="WaitsUntil">Until when the person may still be heard, where nothing can be proposed before; null otherwise.</param>
    public sealed record View(
        Guid Id, string Number, string Person, LocalDate On, string What, Clause Clause, Bilingual Duty, bool IsHouseRule, string RecordedBy, Instant RecordedAt, Instant StatementDueAt,
        string? Statement, Instant? StatedAt, BreachState State, long? Fen, string? Reason, Instant? DecidedAt, Instant? AppealUntil, string? Appeal, Instant? AppealedAt, Instant? AppealSettledAt,
        long FromFen, long ToFen, Case? Case, bool MayAnswer, bool MayPropose, Instant? WaitsUntil, bool MayAppeal);

    public sealed record Case(Guid Id, string Number);

    /// <summary>Null for "not there" and "not concerned".</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var now = clock.GetCurrentInstant();
        if (await (await db.Breaches.AsNoTracking().SeenBy(actor, db, now, stop)).SingleOrDefaultAsync(one => one.Id == id, stop) is not { } one) return null;
        var from = await db.Complaints.SeenBy(actor, db).Where(found => found.Id == one.CaseId).Select(found => new Case(found.Id, found.Number)).SingleOrDefaultAsync(stop);
        var duty = breaches.Rules(one).Find<StaffConduct>()!.Find(one.Code)!;
        var (isPerson, isRecorder, isOpen) = (actor.UserId == one.PersonId, actor.UserId == one.RecordedBy, one.State is BreachState.Recorded);
        var waits = isOpen && one.Statement is null && now < one.StatementDueAt;
        return new(one.Id, one.Number, one.PersonName, one.HappenedOn, one.What, Clause.Parse(one.Clause), duty.Name, duty.HouseRule is not null, one.RecordedByName, one.RecordedAt, one.StatementDueAt,
            one.Statement, one.StatedAt, one.State, one.Fen, one.Reason, one.DecidedAt, one.AppealUntil, one.Appeal, one.AppealedAt, one.AppealSettledAt,
            one.FromFen, one.ToFen, from, isPerson && isOpen && one.Statement is null, isRecorder && isOpen && !waits, isRecorder && waits ? one.StatementDueAt : null,
            isPerson && one.State is BreachState.Decided && now < one.AppealUntil);
    }
}
