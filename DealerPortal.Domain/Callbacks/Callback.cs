using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Callbacks;

/// <summary>A call that the company owes a dealer: by when, planned for which day and whom, and what came of it. A dealer has one open one at most.</summary>
public sealed partial class Callback : IRoot, IOfDealer
{
    private readonly List<CallAttempt> attempts = [];
    private readonly List<SurveyAnswer> answers = [];
    private readonly List<CaseFollowUp> followUps = [];

    private Callback() { }

    internal Callback(Guid id, CallableDealer dealer, Edition edition, CallBasis basis, Instant now)
    {
        (Id, DealerId, OpenFor, Region, Tier, Pack, Edition, PlannedAt) = (id, dealer.DealerId, dealer.DealerId, dealer.Region, dealer.Tier.Code, edition.Pack, edition.Name, now);
        Basis = basis;
        Owe(basis.Due(edition), edition);
    }

    public Guid Id { get; private set; }

    public Guid DealerId { get; private set; }

    /// <summary>The dealer, as long as the call is to be made; null afterwards. Unique: nobody has two open ones.</summary>
    public Guid? OpenFor { get; private set; }

    public string Region { get; private set; } = "";

    /// <summary>The tier under which it is owed, by its code.</summary>
    public string Tier { get; private set; } = "";

    public string Pack { get; private set; } = "";

    public string Edition { get; private set; } = "";

    public CallbackState State { get; private set; }

    /// <summary>The last date on which it is in time, in the company's zone.</summary>
    public LocalDate DueOn { get; private set; }

    public string DueClause { get; private set; } = "";

    /// <summary>How the date came about, as <see cref="StepText"/> writes it.</summary>
    public string DueSteps { get; private set; } = "";

    public bool IsHouseRule { get; private set; }

    /// <summary>From what its interval counts. The due date is earlier where a case it asks about is owed sooner.</summary>
    public CallBasis Basis { get; private set; } = null!;

    /// <summary>Which calendar the due date was reckoned by.</summary>
    public string CalendarMark { get; private set; } = "";

    /// <summary>The day for which it is on the list: never after <see cref="DueOn"/> unless earlier calls failed or the dealer asked for it.</summary>
    public LocalDate PlannedOn { get; private set; }

    /// <summary>The time that the dealer asked for; null where he asked for none.</summary>
    public Instant? CallAt { get; private set; }

    /// <summary>Derived: from when on it is late, exclusive. The time the dealer asked for, else the end of the due date. The one column that lists are sorted by.</summary>
    public Instant LateFrom { get; private set; }

    /// <summary>Whose list it is on; once it was made, who made it. Null where there is nobody.</summary>
    public Guid? AssistantId { get; private set; }

    public string? AssistantName { get; private set; }

    public Instant PlannedAt { get; private set; }

    /// <summary>When the dealer was sent the survey to answer by himself.</summary>
    public Instant? LinkSentAt { get; private set; }

    public Instant? EndedAt { get; private set; }

    /// <summary>The date of the end, in the company's zone.</summary>
    public LocalDate? EndedOn { get; private set; }

    /// <summary>From which date the next interval counts; null where this one does not begin any.</summary>
    public LocalDate? CountsFrom { get; private set; }

    public CallChannel? Channel { get; private set; }

    /// <summary>The case that was opened in the call; null ordinarily.</summary>
    public Guid? OpenedCase { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<CallAttempt> Attempts => attempts;

    public IReadOnlyList<SurveyAnswer> Answers => answers;

    public IReadOnlyList<CaseFollowUp> FollowUps => followUps;

    public bool IsOpen => OpenFor is not null;

    public Ruling<LocalDate> Due => new(DueOn, Clause.Parse(DueClause), StepText.Read(DueSteps), IsHouseRule);

    /// <summary>Puts it on a day's list.</summary>
    internal void PlanFor(LocalDate day) => PlannedOn = day;

    internal void HandTo(Caller? to) => (AssistantId, AssistantName) = (to?.Id, to?.Name);

    /// <summary>The dealer is in another tier that is called. A callback that was promised never moves to a later date.</summary>
    /// <returns>Whether the due date moved.</returns>
    internal bool MoveTo(CallableDealer dealer, CallBasis basis, Edition edition)
    {
        Tier = dealer.Tier.Code;
        var due = basis.Due(edition);
        if (due.Value >= DueOn) return false;
        Basis = basis;
        Owe(due, edition);
        return true;
    }

    /// <summary>A case was settled: the same call asks about it, in the time that case is owed.</summary>
    /// <returns>Whether the due date moved.</returns>
    internal bool AskAbout(CaseFollowUp.Waiting one, Ruling<LocalDate> due, Edition edition)
    {
        followUps.Add(new(Id, one, edition.Name));
        if (due.Value >= DueOn) return false;
        Owe(due, edition);
        return true;
    }

    /// <summary>By when it is owed as the book stands: at the end of its interval, or sooner where a case it asks about is owed sooner; each by the edition that it was promised under.</summary>
    internal (Ruling<LocalDate> Due, Edition By) Reckon(PolicyBook book)
    {
        Edition By(string name) => book.Edition(Pack, name);
        var interval = (Due: Basis.Due(By(Basis.Edition)), By: By(Basis.Edition));
        return followUps.Where(one => one.IsContent is null).OrderBy(one => one.Id).Select(one => (Due: one.DueBy(By(one.Edition)), By: By(one.Edition))).Prepend(interval).MinBy(owed => owed.Due.Value);
    }

    /// <summary>Goes on by the calendar in force.</summary>
    /// <returns>Whether the due date moved, forward or back.</returns>
    internal bool TakeOver(PolicyBook book)
    {
        var (before, (due, by)) = (DueOn, Reckon(book));
        Owe(due, by);
        return DueOn != before;
    }

    /// <summary>Whether it could not stay on its day's list if it were due on that date: the day is off, or comes too late. A time that the dealer asked for stays.</summary>
    internal bool MustBeLaidAnew(LocalDate due, WorkingCalendar calendar, LocalDate today) =>
        CallAt is null && PlannedOn >= today && (!calendar.IsWorkingDay(PlannedOn) || (PlannedOn > due && PlannedOn <= DueOn));

    /// <summary>The dealer is in a tier that is not called. What was to be asked about cases is not asked.</summary>
    internal void Withdraw(Instant now, LocalDate today)
    {
        followUps.RemoveAll(one => one.IsContent is null);
        End(CallbackState.Withdrawn, now, today);
    }

    private void Owe(Ruling<LocalDate> due, Edition edition)
    {
        (DueOn, DueClause, DueSteps, IsHouseRule, CalendarMark) = (due.Value, due.Clause.ToString(), StepText.Write(due.Steps), due.IsHouseRule, edition.Calendar.Mark);
        DueEnds = edition.Calendar.EndOf(due.Value);
        LateFrom = CallAt ?? DueEnds;
    }

    private Instant DueEnds { get; set; }

    private void End(CallbackState state, Instant now, LocalDate today)
    {
        (State, OpenFor, EndedAt, EndedOn, CallAt) = (state, null, now, today, null);
        LateFrom = DueEnds;
    }

    /// <summary>Somebody who makes calls.</summary>
    internal sealed record Caller(Guid Id, string Name);
}
