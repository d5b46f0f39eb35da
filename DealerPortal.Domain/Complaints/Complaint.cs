using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>A case: what a dealer complains of, from the first word to the closing. Here: what it is, and who may do what to it now.</summary>
/// <remarks>Every verb passes <see cref="CaseTable"/>. The other parts: handling, plans, ending, clocks.</remarks>
public sealed partial class Complaint : IRoot, IOfDealer
{
    /// <summary>Where cases without any open end stand in lists: after all others.</summary>
    public static readonly Instant NoEnd = Instant.FromUtc(9999, 1, 1, 0, 0);

    private readonly List<CaseClock> clocks = [];
    private readonly List<CasePlan> plans = [];
    private readonly List<Investigation> investigations = [];
    private readonly List<Extension> extensions = [];

    private Complaint() { }

    public Complaint(Guid id, string number, CaseFacts facts, CaseClock.Terms terms, Actor by, Instant now)
    {
        (Id, Number, DealerId, Region, Tier, TierRank) = (id, number, facts.DealerId, facts.Region, facts.Tier, facts.TierRank);
        (Pack, Edition) = (facts.Rules.Pack, facts.Rules.Edition);
        (Source, Family, Category, Description) = (facts.Source, facts.Family, facts.Category, facts.Description);
        (OrderId, OrderNumber, PickUpId, InspectionId) = (facts.OrderId, facts.OrderNumber, facts.PickUpId, facts.InspectionId);
        Caller = facts.Caller;
        (PaidServiceClause, HandOverClause, MayPause) = (facts.PaidService?.ToString(), facts.Rules.ToString(), terms.Rules.Pauses.Count > 0);
        (FiledAt, FiledBy, FiledByName) = (now, by.UserId, by.Name);
        clocks.Add(new(Plan, 1, terms, now));
        MoveTo(CaseState.Received);
    }

    /// <summary>The two clocks by their codes in packs.</summary>
    public const string Plan = "plan", Resolution = "resolution";

    public Guid Id { get; private set; }

    /// <summary>What people call it by, such as <c>C260302-7K3F2</c>; unique.</summary>
    public string Number { get; private set; } = "";

    public Guid DealerId { get; private set; }

    public string Region { get; private set; } = "";

    /// <summary>The dealer's tier when the case was filed; null where none was set.</summary>
    public string? Tier { get; private set; }

    /// <summary>Gold before middle before the others, at equal urgency.</summary>
    public int TierRank { get; private set; }

    public string Pack { get; private set; } = "";

    /// <summary>The edition the case stays on, whatever comes into force later.</summary>
    public string Edition { get; private set; } = "";

    public CaseSource Source { get; private set; }

    /// <summary>Code of the product family; null for a complaint about no goods.</summary>
    public string? Family { get; private set; }

    /// <summary>Code of the problem in the pack's catalogue.</summary>
    public string Category { get; private set; } = "";

    public string Description { get; private set; } = "";

    /// <summary>Who told it on the phone, name and number; null where the dealer filed it himself.</summary>
    public string? Caller { get; private set; }

    public Guid? OrderId { get; private set; }

    public string? OrderNumber { get; private set; }

    public Guid? PickUpId { get; private set; }

    /// <summary>The inspection that refused the goods, whose findings and photos belong to the case.</summary>
    public Guid? InspectionId { get; private set; }

    /// <summary>Set when the goods count as accepted: no compensation, help is a paid service. The clause that says so.</summary>
    public string? PaidServiceClause { get; private set; }

    public string HandOverClause { get; private set; } = "";

    public bool MayPause { get; private set; }

    public Instant FiledAt { get; private set; }

    public Guid? FiledBy { get; private set; }

    public string FiledByName { get; private set; } = "";

    public CaseState State { get; private set; }

    /// <summary>Derived from the state.</summary>
    public Turn Turn { get; private set; }

    /// <summary>Derived from the state.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Which handling this is, from 1; asking again begins another.</summary>
    public int Round { get; private set; } = 1;

    public Guid? OwnerId { get; private set; }

    public string? OwnerName { get; private set; }

    /// <summary>Derived: the earliest end of an open clock, <see cref="NoEnd"/> without one. The one column that lists are sorted by.</summary>
    public Instant NextDueAt { get; private set; } = NoEnd;

    /// <summary>Derived: when something about its clocks happens by itself. The one column the sweep looks at.</summary>
    public Instant? NextActAt { get; private set; }

    public CaseVerb? LastVerb { get; private set; }

    public Guid? LastBy { get; private set; }

    public Instant ChangedAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<CaseClock> Clocks => clocks;

    public IReadOnlyList<CasePlan> Plans => plans;

    public IReadOnlyList<Investigation> Investigations => investigations;

    public IReadOnlyList<Extension> Extensions => extensions;

    public bool IsPaidService => PaidServiceClause is not null;

    /// <summary>The plan in force or being asked about: the latest of this handling.</summary>
    public CasePlan? CurrentPlan => plans.Where(plan => plan.Round == Round).MaxBy(plan => plan.Number);

    /// <summary>Whether a verb of this piece of work did anything; repeating one that is done does not.</summary>
    public bool IsTouched { get; private set; }

    /// <summary>Whether this person may use this verb now, and if not, why not.</summary>
    public Refusal? Deny(CaseVerb verb, Actor actor, Instant now)
    {
        if (actor.IsDealer && actor.DealerId != DealerId) return Refusal.NotFound;
        if (CaseTable.Find(State, verb) is not { } row)
            return CaseTable.IsFor(verb, actor) || !CaseTable.Decides(verb) ? new("case.not-now", null, null, Fact.Word($"verb.{verb}"), Fact.Word($"case.state.{State}")) : HandOverInstead(actor);
        if (row.Roles.Count > 0 && !row.Roles.Any(actor.Is)) return CaseTable.Decides(verb) ? HandOverInstead(actor) : Refusal.NotAllowed;
        return row.Needs.Select(need => Missing(need, actor, now)).FirstOrDefault(missing => missing is not null);
    }

    private Refusal HandOverInstead(Actor actor) =>
        actor.IsStaff ? new("case.hand-over", Clause.Parse(HandOverClause)) : Refusal.NotAllowed;

    private Refusal? Missing(CaseNeed need, Actor actor, Instant now) => need switch
    {
        CaseNeed.InCharge => actor.UserId == OwnerId || actor.IsAny(Role.AfterSalesSupervisor, Role.MarketingDirector, Role.MarketDirector) ? null
            : new("case.not-yours", null, null, Fact.Of(OwnerName ?? "")),
        CaseNeed.LiabilitySettled => Cause is not null || IsPaidService ? null : new("case.liability-first"),
        CaseNeed.GoldDealer => CurrentPlan is { MayBeReleased: true } ? null : new("case.not-gold"),
        CaseNeed.Released => CurrentPlan is { ReleasedAt: not null } ? null : new("case.not-released"),
        CaseNeed.PlanGranted => CurrentPlan is { GrantedAt: not null } ? null : new("case.plan-not-granted"),
        CaseNeed.StepsDone => CurrentPlan is { IsDone: true } ? null : new("case.steps-open", null, null, Fact.Number(CurrentPlan?.OpenSteps ?? 0)),
        CaseNeed.ClockRuns => RunningClock is { } clock && now < clock.DueAt ? null : new("case.clock-over"),
        CaseNeed.PausesAllowed => MayPause ? null : new("case.no-pauses"),
        _ => throw new ArgumentOutOfRangeException(nameof(need)),
    };

    // The same person's same verb once more, when it is through already, is an answer and not a mistake: a second tap.
    private Outcome Do(CaseVerb verb, Actor actor, Instant now, Func<Refusal?> act)
    {
        if (Deny(verb, actor, now) is { } denied) return denied != Refusal.NotFound && LastVerb == verb && LastBy == actor.UserId && CaseTable.Find(State, verb) is null ? Outcome.Done : denied;
        var to = CaseTable.Find(State, verb)!.To;
        if (act() is { } refusal) return refusal;
        Touch(verb, actor, now);
        MoveTo(to);
        return Outcome.Done;
    }

    private void Touch(CaseVerb verb, Actor actor, Instant now) => (LastVerb, LastBy, ChangedAt, IsTouched) = (verb, actor.UserId, now, true);

    private void MoveTo(CaseState state)
    {
        (State, Turn, IsOpen) = (state, CaseTable.TurnIn(state), CaseTable.IsOpen(state));
        FindNextDue();
    }
}
