using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Hotline;

/// <summary>The desk itself: what can be complained of, what to ask, by when a call back can be promised, and which promises are open.</summary>
public sealed class CallDesk(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    public const int PromisesAtMost = 50;

    public sealed record View(IReadOnlyList<Group> Problems, IReadOnlyList<Family> Families, IReadOnlyDictionary<string, Bilingual> Intake, IReadOnlyList<Within> Times, IReadOnlyList<Promise> Promises);

    public sealed record Group(Bilingual Name, IReadOnlyList<Problem> Problems);

    /// <summary>A time that can be promised in one stroke. Words under <c>call.within.CODE</c>.</summary>
    public sealed record Within(string Code, Instant At);

    public sealed record Promise(Guid Id, Guid? DealerId, string? Dealer, string CallerName, string Number, string About, Instant DueAt, Instant PromisedAt, string Owner, bool IsMine);

    public async Task<View> For(Actor actor, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var edition = book.InForceAt(now).Value ?? book.Own.Last();
        var groups = edition.Problems.Groups.Select(group => new Group(group.Name, [.. edition.Problems.Problems.Where(problem => problem.Group == group.Code)]));
        return new([.. groups], edition.Families, edition.Find<CallScripts>()?.Intake ?? new Dictionary<string, Bilingual>(), Times(edition, now), await Promises(actor, stop));
    }

    /// <summary>What was promised and not kept, what ends first on top.</summary>
    public async Task<IReadOnlyList<Promise>> Promises(Actor actor, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await (from promise in db.PromisedCalls.AsNoTracking().SeenBy(actor)
                      where promise.KeptAt == null
                      orderby promise.DueAt, promise.Id
                      select new Promise(promise.Id, promise.DealerId, db.Dealers.Where(dealer => dealer.Id == promise.DealerId).Select(dealer => dealer.Name).FirstOrDefault(), promise.CallerName,
                          promise.Number, promise.About, promise.DueAt, promise.PromisedAt, promise.OwnerName, promise.OwnerId == actor.UserId)).Take(PromisesAtMost).ToListAsync(stop);
    }

    /// <summary>How many a person has promised and not kept, counted up to a hundred: the number in the menu.</summary>
    public async Task<int> CountMine(Actor actor, CancellationToken stop)
    {
        if (!Call.MayTake(actor)) return 0;
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.PromisedCalls.SeenBy(actor).Where(promise => promise.KeptAt == null && promise.OwnerId == actor.UserId).Take(100).CountAsync(stop);
    }

    /// <summary>When the time of that code is, if it is promised now.</summary>
    public Instant? Due(string code)
    {
        var now = clock.GetCurrentInstant();
        return Times(book.InForceAt(now).Value ?? book.Own.Last(), now).FirstOrDefault(one => one.Code == code)?.At;
    }

    // Half an hour runs by the clock; the others by the hours in which somebody is there to call.
    private static List<Within> Times(Edition edition, Instant now) =>
    [
        new("half-hour", now + Duration.FromMinutes(30)),
        new("hour", edition.Calendar.AddOpenTime(now, Duration.FromHours(1))),
        new("half-day", edition.Calendar.AddOpenTime(now, Duration.FromHours(4))),
        new("day", edition.Calendar.AddOpenTime(now, Duration.FromHours(8))),
    ];
}
