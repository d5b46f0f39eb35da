using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Calendars;

/// <summary>Takes every open clock over into the calendar in force, once somebody has published a year. Does nothing while none waits for it.</summary>
/// <remarks>A clock that is met, or whose time is over, keeps the calendar it was reckoned by. Interrupted, the next run goes on where it stopped.</remarks>
public sealed class MoveClocks(PortalWork work, Sweep sweep, PolicyBook book, IDbContextFactory<PortalDb> contexts)
{
    private static readonly Actor Me = Actor.System("move-clocks");

    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        var waiting = await Waiting(stop);
        if (waiting.Count == 0) return SweepCount.None;
        var total = SweepCount.None;
        foreach (var edition in book.Editions)
        {
            var (pack, name, mark) = (edition.Pack, edition.Name, edition.Calendar.Mark);
            total += await sweep.WalkTogether(
                db => db.Complaints.Where(one => one.IsOpen && one.NextDueAt > now && one.Pack == pack && one.Edition == name && one.Clocks.Any(clock => clock.MetAt == null && clock.DueAt > now && clock.CalendarMark != mark))
                    .Select(one => new Due { At = one.NextDueAt, Id = one.Id }),
                ids => Some(ids, now, stop), stop);
        }
        if (total.Failed == 0 && !stop.IsCancellationRequested) await Finish(waiting, now, stop);
        return total;
    }

    private async Task<IReadOnlyList<Guid>> Waiting(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        return await db.PublishedYears.Where(year => year.MovedAt == null).Select(year => year.Id).ToListAsync(stop);
    }

    private Task<Outcome<int>> Some(IReadOnlyList<Guid> ids, Instant now, CancellationToken stop) => work.Do<int>(Me, async db =>
    {
        var changed = 0;
        foreach (var one in await db.Complaints.WithClocks(ids).ToListAsync(stop))
        {
            var edition = book.Edition(one.Pack, one.Edition);
            var moved = one.TakeOver(one.Edition, CaseClock.Terms.Of(book, one.Pack, one.Edition), Me, now);
            foreach (var (clock, old) in moved)
                db.Note(new(Happening.ClockMoved, one.Id, one.DealerId, edition.Clocks.Of(clock.Code).Clause, Fact.Of(one.Number), Fact.Word("clock." + clock.Code), Fact.At(old), Fact.At(clock.DueAt)));
            if (moved.Count == 0) continue;
            OpenCase.Announce(db, one);
            changed++;
        }
        return changed;
    }, stop);

    private Task<Outcome> Finish(IReadOnlyList<Guid> waiting, Instant now, CancellationToken stop) => work.Do(Me, async db =>
    {
        foreach (var year in await db.PublishedYears.Where(one => waiting.Contains(one.Id)).ToListAsync(stop)) year.Moved(now);
        db.Announce(Topics.Calendar);
        return Outcome.Done;
    }, stop);
}
