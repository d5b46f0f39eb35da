using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Plans every callback that is owed and not planned, and settles what tiers and cases have changed since.</summary>
public sealed class PlanCallbacks(PortalWork work, PolicyBook book, IDbContextFactory<PortalDb> contexts)
{
    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        if (book.InForceAt(now).Value is not { } edition || edition.Find<Policies.Kinds.CallbackCadences>() is null) return SweepCount.None;
        return await Planning.Each(await Concerned(edition, now, stop), dealers => work.Do<int>(Actor.System("plan-callbacks"),
            async db => (await new Planning(db, edition, now, stop).For(dealers)).Count(change => change.IsAny), stop), stop);
    }

    private async Task<IReadOnlyList<Guid>> Concerned(Edition edition, Instant now, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var (rule, today) = (edition.Cadences, edition.Calendar.DateOf(now));
        var callers = await db.Posts.Where(post => post.Role == Role.ServiceAssistant && db.Users.Any(user => user.Id == post.UserId && user.DisabledAt == null)).Select(post => (Guid?)post.UserId).Distinct().ToListAsync(stop);
        var orphans = db.CallsToMake(rule, today).Where(call => !callers.Contains(call.AssistantId) && (call.AssistantId != null || callers.Count > 0)).Select(call => call.DealerId);
        var concerned = new SortedSet<Guid>();
        foreach (var some in new[] { db.DealersWithoutCall(rule, today), db.DealersInAnotherTier(rule, today), db.CasesToAskAbout().Select(one => one.DealerId).Distinct(), orphans })
            concerned.UnionWith(await some.ToListAsync(stop));
        return [.. concerned];
    }
}
