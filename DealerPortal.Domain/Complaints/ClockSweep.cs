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
public sealed class ClockSweep(PortalWork work, Sweep sweep, PolicyBook book)
{
    public Task<SweepCount> RunAsOf(Instant now, CancellationToken stop) =>
        sweep.Walk(db => db.Complaints.Where(one => one.NextActAt <= now).Select(one => new Due { At = one.NextActAt!.Value, Id = one.Id }), id => One(id, now, stop), stop);

    private Task<Outcome<bool>> One(Guid id, Instant now, CancellationToken stop) =>
        work.Do<bool>(Actor.System("clock-sweep"), async db =>
        {
            // Its clocks are all that this is about; plans and the rest would be read for nothing.
            var one = await db.Complaints.IgnoreAutoIncludes().Include(found => found.Clocks).ThenInclude(clock => clock.Events).AsSplitQuery().SingleAsync(found => found.Id == id, stop);
            var edition = book.Edition(one.Pack, one.Edition);
            var told = one.Sweep(CaseClock.Terms.Of(book, one.Pack, one.Edition), now);
            foreach (var (clock, alarm) in told) await Tell(db, one, edition, clock, alarm, now, stop);
            if (told.Count > 0) OpenCase.Announce(db, one);
            return told.Count > 0;
        }, stop);

    private static async Task Tell(PortalDb db, Complaint one, Edition edition, CaseClock clock, CaseClock.Alarm alarm, Instant now, CancellationToken stop)
    {
        var kind = alarm.Kind is CaseClock.AlarmKind.Crossed ? NoticeKind.ClockCrossed : alarm.Kind is CaseClock.AlarmKind.LastWarning ? NoticeKind.ClockLastWarning : NoticeKind.ClockWarning;
        Fact[] facts = [Fact.Of(one.Number), Fact.Word("clock." + clock.Code), Fact.At(alarm.DueAt)];
        var news = new News($"clock/{clock.Id:N}/{alarm.DueAt.ToUnixTimeSeconds()}/{kind}/{alarm.Level}", kind, one.Id, OpenCase.PathOf(one.Id), alarm.DueAt, facts);

        if (one.OwnerId is { } owner) await db.TellUser(owner, news, now, stop);
        else await db.TellRole(Role.AfterSalesAgent, null, news, now, stop);
        if (alarm.Kind is not CaseClock.AlarmKind.Crossed) return;
        await db.TellRole(Approvers.RoleOf(edition.Clocks.Escalation[alarm.Level - 1]), one.Region, news, now, stop);
        if (alarm.Level == 1) db.Note(new(Happening.ClockCrossed, one.Id, one.DealerId, edition.Clocks.Of(clock.Code).Clause, facts));
    }
}
