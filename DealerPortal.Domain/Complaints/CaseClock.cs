using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>One clock of one handling of a case: its list of events, and what follows from them, stored so that lists and sweeps need not reckon.</summary>
public sealed class CaseClock
{
    private readonly List<ClockEvent> events = [];

    private CaseClock() { }

    internal CaseClock(string code, int round, Terms terms, Instant startedAt)
    {
        Id = Guid.CreateVersion7();
        (Code, Round) = (code, round);
        events.Add(new(ClockHappening.Started, startedAt));
        terms.Pin(this);
        Reckon(terms);
    }

    /// <summary>What a clock is reckoned by: the figures of the case's edition, and the calendar.</summary>
    public sealed record Terms(WorkingDayClocks Rules, WorkingCalendar Calendar)
    {
        private Func<CaseClock, Terms?> Earlier { get; init; } = _ => null;

        private string Edition { get; init; } = "";

        /// <summary>An edition's terms. A clock that was reckoned by another edition or calendar is read by those, until it is taken over.</summary>
        public static Terms Of(PolicyBook book, string pack, string name)
        {
            var edition = book.Edition(pack, name);
            return new(edition.Clocks, edition.Calendar)
            {
                Edition = name,
                Earlier = clock => book.Find(pack, clock.Edition) is { } own ? new(own.Clocks, own.CalendarOf(clock.CalendarMark) ?? own.Calendar) { Edition = own.Name } : null,
            };
        }

        /// <summary>The terms that a clock was reckoned by.</summary>
        public Terms Of(CaseClock clock) => IsOf(clock) ? this : Earlier(clock) ?? this;

        internal bool IsOf(CaseClock clock) => clock.CalendarMark == Calendar.Mark && clock.Edition == Edition;

        internal void Pin(CaseClock clock) => (clock.Edition, clock.CalendarMark) = (Edition, Calendar.Mark);

        internal ClockReading Read(CaseClock clock, Instant? asOf = null) => ClockReading.Of(clock.events, Rules.Of(clock.Code), Rules.Warnings, Calendar, asOf);
    }

    public Guid Id { get; private set; }

    /// <summary>What it measures, such as <c>plan</c>.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Which handling of the case it belongs to, from 1.</summary>
    public int Round { get; private set; }

    /// <summary>Derived; see <see cref="ClockReading.DueAt"/>.</summary>
    public Instant DueAt { get; private set; }

    /// <summary>Derived: when it was met.</summary>
    public Instant? MetAt { get; private set; }

    /// <summary>Derived: the crossing, once somebody took notice.</summary>
    public Instant? CrossedAt { get; private set; }

    /// <summary>Derived: how it stands in the statistics.</summary>
    public TimeKept Kept { get; private set; }

    /// <summary>The edition whose figures it was reckoned by.</summary>
    public string Edition { get; private set; } = "";

    /// <summary>Which calendar it was reckoned by.</summary>
    public string CalendarMark { get; private set; } = "";

    /// <summary>How many warnings were given, or overtaken, for the present end.</summary>
    public int Warned { get; private set; }

    /// <summary>How many levels were told of the crossing.</summary>
    public int Escalated { get; private set; }

    /// <summary>Derived: the next instant at which something about it happens by itself; null when nothing does.</summary>
    public Instant? NextActAt { get; private set; }

    public IReadOnlyList<ClockEvent> Events => events;

    public bool IsOpen => MetAt is null;

    /// <summary>The reasons for which it stands still.</summary>
    internal IReadOnlyList<string> StandsStillFor => [.. StandingStill.Of(events).Since.Keys];

    public ClockReading Read(Terms terms, Instant? asOf = null) => terms.Of(this).Read(this, asOf);

    internal void Add(ClockEvent happened, Terms now)
    {
        var terms = now.Of(this);
        var before = DueAt;
        events.Add(happened);
        Reckon(terms);
        if (DueAt != before) (Warned, NextActAt) = (0, null);
        FindNextAct(terms);
    }

    /// <summary>Where it would end by other terms than its own; null where it would not move, and where its time is over, which nothing undoes.</summary>
    internal Instant? WouldMoveTo(Terms terms, Instant now) =>
        !IsOpen || DueAt <= now || terms.IsOf(this) || terms.Read(this).DueAt is var due && due == DueAt ? null : due;

    /// <summary>Goes on by other terms than its own. Answers whether its end moved.</summary>
    internal bool TakeOver(Terms terms, Actor actor, Instant now)
    {
        if (!IsOpen || DueAt <= now || terms.IsOf(this)) return false;
        var moves = WouldMoveTo(terms, now) is not null;
        terms.Pin(this);
        if (moves) Add(new(ClockHappening.Moved, now, actor.Name), terms);
        return moves;
    }

    /// <summary>Takes note of what is due by now. Answers what there is to tell; running it twice tells nothing more.</summary>
    internal IReadOnlyList<Alarm> Sweep(Terms given, Instant now)
    {
        var terms = given.Of(this);
        var reading = terms.Read(this);
        var told = new List<Alarm>();
        if (IsOpen && !reading.IsPaused)
        {
            if (now < DueAt) Warn(reading, now, told);
            else Cross(terms, now, told);
        }
        FindNextAct(terms);
        return told;
    }

    // A later warning overtakes an earlier one that nobody was there to give.
    private void Warn(ClockReading reading, Instant now, List<Alarm> told)
    {
        var passed = reading.Warnings.Count(warning => warning <= now);
        if (passed > Warned) told.Add(new(passed == reading.Warnings.Count ? AlarmKind.LastWarning : AlarmKind.Warning, passed, DueAt));
        Warned = Math.Max(Warned, passed);
    }

    private void Cross(Terms terms, Instant now, List<Alarm> told)
    {
        if (CrossedAt is null) events.Add(new(ClockHappening.Crossed, DueAt));
        (CrossedAt, Kept) = (DueAt, TimeKept.Late);
        for (var level = Escalated; level < terms.Rules.Escalation.Count && EscalatesAt(level, terms) <= now; level++)
            told.Add(new(AlarmKind.Crossed, Escalated = level + 1, DueAt));
    }

    // Level 0 is told at the crossing itself, each further one at the close of one more working day.
    private Instant EscalatesAt(int level, Terms terms) => level == 0 ? DueAt
        : terms.Calendar.ClosingOf(terms.Calendar.WorkingDayAfter(terms.Calendar.DateOf(DueAt - Duration.Epsilon), level));

    private void Reckon(Terms terms)
    {
        var reading = terms.Read(this);
        (DueAt, MetAt) = (reading.DueAt, reading.MetAt);
        CrossedAt = reading.MetAt >= DueAt ? DueAt : CrossedAt is null ? null : DueAt;
        Kept = CrossedAt is not null ? TimeKept.Late : reading.Kept(reading.StartedAt);
        FindNextAct(terms);
    }

    private void FindNextAct(Terms terms)
    {
        var reading = terms.Read(this);
        NextActAt = !IsOpen || reading.IsPaused ? null
            : CrossedAt is not null ? Escalated < terms.Rules.Escalation.Count ? EscalatesAt(Escalated, terms) : null
            : Warned < reading.Warnings.Count ? reading.Warnings[Warned] : DueAt;
    }

    /// <summary>What has to be told.</summary>
    /// <param name="Level">Of a warning: which one. Of a crossing: how many levels up, from 1.</param>
    public sealed record Alarm(AlarmKind Kind, int Level, Instant DueAt);

    public enum AlarmKind
    {
        Warning,
        LastWarning,
        Crossed,
    }
}
