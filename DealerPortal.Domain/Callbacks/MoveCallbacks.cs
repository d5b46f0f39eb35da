using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Takes every open callback over into the calendar in force, and lays those anew whose day it makes a day off. One that is late already keeps its date.</summary>
public sealed class MoveCallbacks(PortalWork work, PolicyBook book, IDbContextFactory<PortalDb> contexts)
{
    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        if (book.InForceAt(now).Value is not { } edition || edition.Find<CallbackCadences>() is not { } rule) return SweepCount.None;
        await using var db = await contexts.CreateDbContextAsync(stop);
        var marks = book.Editions.Select(one => one.Calendar.Mark).Distinct().ToArray();
        var dealers = await db.CallsToMake(rule, edition.Calendar.DateOf(now)).Running(edition.Calendar.DateOf(now)).Where(call => !marks.Contains(call.CalendarMark)).OrderBy(call => call.DealerId).Select(call => call.DealerId).ToListAsync(stop);
        return await Planning.Each(dealers, batch => work.Do<int>(Accounts.Actor.System("move-clocks"), async fresh => await new Planning(fresh, edition, now, stop).TakeOver(batch, book), stop), stop);
    }
}
