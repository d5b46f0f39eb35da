using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>A survey that a dealer answers by himself, and the list of those that wait for him.</summary>
public sealed class SurveySheet(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <param name="Channel">How it was answered; null while it is open.</param>
    /// <param name="IsOver">Answered, declined, or no longer asked.</param>
    public sealed record View(Guid Id, Instant LateFrom, Instant SentAt, CallbackSurvey Survey, IReadOnlyList<Case> Cases, bool IsOver, CallChannel? Channel);

    public sealed record Case(Guid CaseId, string Number, string Description);

    public sealed record Row(Guid Id, Instant SentAt, Instant LateFrom);

    /// <summary>Null for "not there", "not yours" and "never sent".</summary>
    public async Task<View?> For(Guid id, Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (Sent(db, actor) is not { } sent || await sent.Include(call => call.FollowUps).SingleOrDefaultAsync(one => one.Id == id, stop) is not { } call) return null;
        var ids = call.FollowUps.Select(one => one.CaseId).ToArray();
        var about = await db.Complaints.Where(one => ids.Contains(one.Id)).Select(one => new { one.Id, one.Description }).ToDictionaryAsync(one => one.Id, one => one.Description, stop);
        return new(call.Id, call.LateFrom, call.LinkSentAt!.Value, book.Edition(call.Pack, call.Edition).Survey,
            [.. call.FollowUps.OrderBy(one => one.Number).Select(one => new Case(one.CaseId, one.Number, about.GetValueOrDefault(one.CaseId, "")))], !call.IsOpen, call.Channel);
    }

    /// <summary>Surveys that wait for this dealer's answers; one at most, since he has one open callback at most.</summary>
    public async Task<IReadOnlyList<Row>> Open(Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return Sent(db, actor) is { } sent ? await sent.Where(call => call.OpenFor != null).Select(call => new Row(call.Id, call.LinkSentAt!.Value, call.LateFrom)).ToListAsync(stop) : [];
    }

    private IQueryable<Callback>? Sent(PortalDb db, Actor actor)
    {
        var now = clock.GetCurrentInstant();
        if (!actor.IsDealer || book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return null;
        return db.CallsToMakeOrMade(rule, edition.Calendar.DateOf(now)).AsNoTracking().SeenBy(actor, db).Where(call => call.LinkSentAt != null);
    }
}
