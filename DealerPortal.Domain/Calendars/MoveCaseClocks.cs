using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Calendars;

/// <summary>Takes every open clock of a case over into the calendar in force. A clock that is met, or whose time is over, keeps the calendar it was reckoned by.</summary>
public sealed class MoveCaseClocks(PortalWork work, Sweep sweep, PolicyBook book)
{
    private static readonly Actor Me = Actor.System("move-clocks");

    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        var total = SweepCount.None;
        foreach (var edition in book.Editions)
        {
            var (pack, name, mark) = (edition.Pack, edition.Name, edition.Calendar.Mark);
            total += await sweep.WalkTogether(
                db => db.Complaints.Where(one => one.IsOpen && one.NextDueAt > now && one.Pack == pack && one.Edition == name && one.Clocks.Any(clock => clock.MetAt == null && clock.DueAt > now && clock.CalendarMark != mark))
                    .Select(one => new Due { At = one.NextDueAt, Id = one.Id }),
                ids => Some(ids, now, stop), stop);
        }
        return total;
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
}
