using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <content>Its two clocks.</content>
public sealed partial class Complaint
{
    /// <summary>The clock of the present handling that waits to be met; null when none does.</summary>
    public CaseClock? RunningClock => clocks.Find(clock => clock.Round == Round && clock.IsOpen);

    /// <summary>A clock of the present handling.</summary>
    public CaseClock? Clock(string code) => clocks.Find(clock => clock.Round == Round && clock.Code == code);

    /// <summary>Asks for more time for the clock that runs. Until it is granted the old date stands.</summary>
    public Outcome AskForExtension(Guid id, Guid approvalId, Instant newDueAt, string reason, Actor actor, Instant now)
    {
        if (extensions.Exists(one => one.Id == id)) return Outcome.Done;
        return Do(CaseVerb.AskForExtension, actor, now, () =>
        {
            var clock = RunningClock!;
            if (extensions.Exists(one => one.SettledAt is null && one.Round == Round && one.Clock == clock.Code)) return new("extension.asked-already");
            if (newDueAt <= clock.DueAt) return new("extension.not-later", null, "date", Fact.At(clock.DueAt));
            if (string.IsNullOrWhiteSpace(reason)) return new("case.text-missing", null, "reason");
            extensions.Add(new(id, approvalId, clock.Code, Round, (clock.DueAt, newDueAt), reason.Trim(), actor.Name, now));
            return null;
        });
    }

    /// <summary>The extension was granted or refused. Granted after the old date has passed it is kept on record and moves nothing.</summary>
    public Outcome SettleExtension(Guid approvalId, bool granted, CaseClock.Terms terms, Actor by, Instant now)
    {
        if (extensions.Find(one => one.ApprovalId == approvalId) is not { SettledAt: null } extension) return Outcome.Done;
        extension.Settle(granted, now);
        IsTouched = true;
        if (granted && clocks.Find(clock => clock.Round == extension.Round && clock.Code == extension.Clock) is { IsOpen: true } clock)
            clock.Add(ClockEvent.Extended(now, extension, by.Name), terms);
        FindNextDue();
        return Outcome.Done;
    }

    /// <summary>Why a clock cannot be stopped or let go on; null for any other verb, and when it can.</summary>
    internal Refusal? DenyClock(CaseVerb verb, CaseClock.Terms terms) => verb switch
    {
        CaseVerb.Pause or CaseVerb.Resume when RunningClock is null => new("case.no-clock"),
        CaseVerb.Pause when RunningClock!.Read(terms).IsPaused => new("case.paused-already"),
        CaseVerb.Resume when !RunningClock!.Read(terms).IsPaused => new("case.not-paused"),
        _ => null,
    };

    public Outcome Pause(string reason, CaseClock.Terms terms, Actor actor, Instant now) => Do(CaseVerb.Pause, actor, now, () =>
    {
        if (!terms.Rules.Pauses.Contains(reason)) return new("case.no-such-pause", null, "reason");
        if (DenyClock(CaseVerb.Pause, terms) is { } denied) return denied;
        var clock = RunningClock!;
        clock.Add(ClockEvent.Paused(now, reason, actor.Name), terms);
        return null;
    });

    public Outcome Resume(CaseClock.Terms terms, Actor actor, Instant now) => Do(CaseVerb.Resume, actor, now, () =>
    {
        if (DenyClock(CaseVerb.Resume, terms) is { } denied) return denied;
        var clock = RunningClock!;
        foreach (var reason in clock.StandsStillFor) clock.Add(ClockEvent.Resumed(now, reason, actor.Name), terms);
        return null;
    });

    /// <summary>Takes note of everything about its clocks that is due by now. Running it twice tells nothing more.</summary>
    public IReadOnlyList<(CaseClock Clock, CaseClock.Alarm Alarm)> Sweep(CaseClock.Terms terms, Instant now)
    {
        var told = IsOpen ? clocks.Where(clock => clock.IsOpen).SelectMany(clock => clock.Sweep(terms, now).Select(alarm => (clock, alarm))).ToList() : [];
        FindNextDue();
        return told;
    }

    /// <summary>Takes the case over into another edition of the regulation or calendar: a deliberate act, previewed before.</summary>
    /// <returns>The clocks whose end moved, each with the end it had. One that is met, or whose time is over, stays what it is.</returns>
    public IReadOnlyList<(CaseClock Clock, Instant OldDueAt)> TakeOver(string edition, CaseClock.Terms terms, Actor actor, Instant now)
    {
        (Edition, MayPause) = (edition, terms.Rules.Pauses.Count > 0);
        var moved = new List<(CaseClock, Instant)>();
        foreach (var clock in clocks.Where(_ => IsOpen))
        {
            var old = clock.DueAt;
            if (clock.TakeOver(terms, actor, now)) moved.Add((clock, old));
        }
        IsTouched = true;
        FindNextDue();
        return moved;
    }

    /// <summary>Why the case cannot stand on another edition: one that does not know what it is about, or a clock that stands still for a reason which that one does not know.</summary>
    public Refusal? DenyEdition(Edition to) =>
        to.Problems.Find(Category) is null ? new("case.edition-lacks-problem", null, null, Fact.Of(Category))
        : Family is { } family && to.FindFamily(family) is null ? new("case.edition-lacks-family", null, null, Fact.Word("family." + family))
        : clocks.Exists(clock => clock.IsOpen && clock.StandsStillFor.Any(reason => !to.Clocks.Pauses.Contains(reason))) ? new("case.edition-lacks-pause")
        : null;

    private void Meet(string code, CaseClock.Terms terms, Actor actor, Instant now)
    {
        if (Clock(code) is { IsOpen: true } clock) clock.Add(new(ClockHappening.Met, now, actor.Name), terms);
    }

    private void FindNextDue()
    {
        var open = IsOpen ? clocks.Where(clock => clock.IsOpen).ToList() : [];
        NextDueAt = open.Count > 0 ? open.Min(clock => clock.DueAt) : NoEnd;
        NextActAt = open.Min(clock => clock.NextActAt);
    }
}
