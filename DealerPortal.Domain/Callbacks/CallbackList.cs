using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Whom to call: today's list, what comes later, and who first needs a number. What is late stands on top.</summary>
public sealed class CallbackList(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    public const int PageSize = 50;

    /// <summary>Words under <c>callbacks.tab.NAME</c>.</summary>
    public enum Tab
    {
        Today,
        Later,
        NumberWanted,
    }

    /// <param name="IsMine">Only those on the reader's own list.</param>
    /// <param name="After">The last row of the page before.</param>
    public sealed record Query(Tab Tab = Tab.Today, bool IsMine = false, Cursor? After = null);

    public sealed record Cursor(Instant LateFrom, Guid Id);

    /// <param name="Late">How many of those on the tab are late already.</param>
    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyDictionary<Tab, int> Counts, int Late, Cursor? Next, bool MayCall, Instant Now);

    public sealed record Row(
        Guid Id, Guid DealerId, string Dealer, string Code, string Region, string? Phone, string Tier, LocalDate DueOn, LocalDate PlannedOn, Instant? CallAt, Instant LateFrom, Instant PlannedAt, string? Assistant, int Attempts, int Cases, bool IsLinkSent);

    /// <summary>Null for whoever may not see callbacks.</summary>
    public async Task<View?> For(Query query, Actor actor, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (!(CallbackRights.MaySee(actor) || GiveNumber.MayGive(actor)) || book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return null;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var today = edition.Calendar.DateOf(now);
        var all = db.CallsToMake(rule, today).AsNoTracking().SeenBy(actor, db);
        if (query.IsMine) all = all.Where(call => call.AssistantId == actor.UserId);

        var rows = await Rows(db, Of(all, query.Tab, today), query.After).ToListAsync(stop);
        var counts = new Dictionary<Tab, int>();
        foreach (var tab in Enum.GetValues<Tab>()) counts[tab] = await Of(all, tab, today).CountAsync(stop);
        var late = await Of(all, query.Tab, today).CountAsync(call => call.LateFrom <= now, stop);
        return new([.. rows.Take(PageSize)], counts, late, rows.Count > PageSize ? new(rows[PageSize - 1].LateFrom, rows[PageSize - 1].Id) : null, CallbackRights.MayCall(actor), now);
    }

    /// <summary>How many are on the person's own list for today, counted up to a hundred: the number in the menu.</summary>
    public async Task<int> CountMine(Actor actor, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (!CallbackRights.MayCall(actor) || book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return 0;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var today = edition.Calendar.DateOf(now);
        return await Of(db.CallsToMake(rule, today).Where(call => call.AssistantId == actor.UserId), Tab.Today, today).Take(100).CountAsync(stop);
    }

    private static IQueryable<Callback> Of(IQueryable<Callback> calls, Tab tab, LocalDate today) => tab switch
    {
        Tab.Today => calls.Where(call => call.State == CallbackState.Open && call.PlannedOn <= today),
        Tab.Later => calls.Where(call => call.State == CallbackState.Open && call.PlannedOn > today),
        _ => calls.Where(call => call.State == CallbackState.NumberWanted),
    };

    private static IQueryable<Row> Rows(PortalDb db, IQueryable<Callback> calls, Cursor? after)
    {
        if (after is { LateFrom: var late, Id: var id }) calls = calls.Where(call => call.LateFrom >= late && (call.LateFrom > late || call.Id > id));
        return from call in calls.OrderBy(call => call.LateFrom).ThenBy(call => call.Id).Take(PageSize + 1)
               join dealer in db.Dealers on call.DealerId equals dealer.Id
               orderby call.LateFrom, call.Id
               select new Row(call.Id, dealer.Id, dealer.Name, dealer.Code, dealer.Region, dealer.Phone, call.Tier, call.DueOn, call.PlannedOn, call.CallAt, call.LateFrom, call.PlannedAt, call.AssistantName,
                   call.Attempts.Count, call.FollowUps.Count, call.LinkSentAt != null);
    }
}
