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
    public async Task<SweepCount> RunAsOf(Instant now, CancellationToken stop)
    {
        var total = SweepCount.None;
        foreach (var edition in book.Editions)
        {
            var (pack, name, mark) = (edition.Pack, edition.Name, edition.Calendar.Mark);
            total += await sweep.Walk(
                db => db.Complaints.Where(one => one.IsOpen && one.NextDueAt > now && one.Pack == pack && one.Edition == name && one.Clocks.Any(clock => clock.MetAt == null && clock.DueAt > now && clock.CalendarMark != mark))
                    .Select(one => new Due { At = one.NextDueAt, Id = one.Id }),
                id => One(id, now, stop), stop);
        }
        return total;
    }

    private Task<Outcome<bool>> One(Guid id, Instant now, CancellationToken stop) => work.Do<bool>(Actor.System("move-clocks"), async db =>
    {
        var one = await db.Complaints.AsSplitQuery().SingleAsync(found => found.Id == id, stop);
        var moved = one.TakeOver(one.Edition, CaseClock.Terms.Of(book, one.Pack, one.Edition), Actor.System("move-clocks"), now);
        foreach (var (clock, old) in moved)
            db.Note(new(Happening.ClockMoved, one.Id, one.DealerId, book.Edition(one.Pack, one.Edition).Clocks.Of(clock.Code).Clause, Fact.Of(one.Number), Fact.Word("clock." + clock.Code), Fact.At(old), Fact.At(clock.DueAt)));
        if (moved.Count > 0) OpenCase.Announce(db, one);
        return moved.Count > 0;
    }, stop);
}
