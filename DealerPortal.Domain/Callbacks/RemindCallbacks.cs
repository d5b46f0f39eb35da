using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Tells each assistant in the morning of a working day whom to call, and the supervisor what is late.</summary>
public sealed class RemindCallbacks(PortalWork work, PolicyBook book)
{
    private const string Path = "/callbacks";

    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        if (book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return SweepCount.None;
        var today = edition.Calendar.DateOf(now);
        if (!edition.Calendar.IsWorkingDay(today)) return SweepCount.None;

        var told = await work.Do<SweepCount>(Actor.System("remind-callbacks"), async db =>
        {
            var lists = await db.CallsToMake(rule, today).Where(call => call.PlannedOn <= today && call.State == CallbackState.Open).GroupBy(call => call.AssistantId)
                .Select(list => new { Who = list.Key, Count = list.Count(), Late = list.Count(call => call.LateFrom <= now) }).ToListAsync(stop);
            foreach (var list in lists.Where(list => list.Who is not null))
                await db.TellUser(list.Who!.Value, new($"callbacks/{today:uuuu-MM-dd}", NoticeKind.CallbacksToday, list.Who.Value, Path, edition.Calendar.EndOf(today), Fact.Number(list.Count), Fact.Number(list.Late)), now, stop);
            var late = lists.Sum(list => list.Late);
            if (late > 0) await db.TellRole(Role.AfterSalesSupervisor, null, new($"callbacks-late/{today:uuuu-MM-dd}", NoticeKind.CallbacksOverdue, Guid.Empty, Path, null, Fact.Number(late)), now, stop);
            return new SweepCount(lists.Sum(list => list.Count), db.Notices.Local.Count, 0);
        }, stop);
        return told.IsDone ? told.Value! : SweepCount.None;
    }
}
