using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>Warns while a clock runs down, writes the crossing down, and tells one level up with each further working day.</summary>
/// <remarks>A clock has run out when its time is over, whether or not this has run; it only takes note and tells.</remarks>
public sealed class ClockSweep(PortalWork work, Sweep sweep, PolicyBook book) : IDueTimes
{
    private static readonly Actor Me = Actor.System("clock-sweep");

    public IQueryable<Due> Waiting(PortalDb db) =>
        db.Complaints.Where(one => one.NextActAt != null).Select(one => new Due { At = one.NextActAt!.Value, Id = one.Id });

    public Task<SweepCount> RunAsOf(Instant now, CancellationToken stop) => sweep.WalkTogether(
        db => Waiting(db).Where(due => due.At <= now), ids => Some(ids, now, stop), stop);

    private Task<Outcome<int>> Some(IReadOnlyList<Guid> ids, Instant now, CancellationToken stop) => work.Do<int>(Me, async db =>
    {
        var (changed, news) = (0, new List<Told>());
        foreach (var one in await db.Complaints.WithClocks(ids).ToListAsync(stop))
        {
            var told = one.Sweep(CaseClock.Terms.Of(book, one.Pack, one.Edition), now);
            foreach (var (clock, alarm) in told) news.AddRange(Tell(db, one, clock, alarm));
            if (told.Count == 0) continue;
            OpenCase.Announce(db, one);
            changed++;
        }
        await db.Tell(news, now, stop);
        return changed;
    }, stop);

    private IEnumerable<Told> Tell(PortalDb db, Complaint one, CaseClock clock, CaseClock.Alarm alarm)
    {
        var kind = alarm.Kind is CaseClock.AlarmKind.Crossed ? NoticeKind.ClockCrossed : alarm.Kind is CaseClock.AlarmKind.LastWarning ? NoticeKind.ClockLastWarning : NoticeKind.ClockWarning;
        Fact[] facts = [Fact.Of(one.Number), Fact.Word("clock." + clock.Code), Fact.At(alarm.DueAt)];
        var news = new News($"clock/{clock.Id:N}/{alarm.DueAt.ToUnixTimeSeconds()}/{kind}/{alarm.Level}", kind, one.Id, OpenCase.PathOf(one.Id), alarm.DueAt, facts);

        yield return new(one.OwnerId is { } owner ? new Readers.Person(owner) : new Readers.InRole(Role.AfterSalesAgent, null), news);
        if (alarm.Kind is not CaseClock.AlarmKind.Crossed) yield break;
        var clocks = book.Edition(one.Pack, one.Edition).Clocks;
        yield return new(new Readers.InRole(Approvers.RoleOf(clocks.Escalation[alarm.Level - 1]), one.Region), news);
        if (alarm.Level == 1) db.Note(new(Happening.ClockCrossed, one.Id, one.DealerId, clocks.Of(clock.Code).Clause, facts));
    }
}
