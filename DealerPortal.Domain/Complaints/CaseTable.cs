using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Complaints;

/// <summary>The life of a case as one table: which verb leads from which state to which, who may use it, and what it needs. What does not stand here is refused.</summary>
/// <remarks>The picture in <c>docs/complaint-states.md</c> is drawn from it.</remarks>
public static class CaseTable
{
    /// <param name="To">The state after it; the same where the verb changes facts and not the state.</param>
    /// <param name="Roles">Who may; empty means the portal itself, when an approval is settled.</param>
    public sealed record Row(CaseState From, CaseVerb Verb, CaseState To, IReadOnlyList<Role> Roles, IReadOnlyList<CaseNeed> Needs);

    private static readonly Role[] Dealers = [Role.DealerOwner, Role.DealerStaff];
    private static readonly Role[] AfterSales = [Role.AfterSalesAgent, Role.AfterSalesSupervisor];
    private static readonly Role[] Deciders = [.. AfterSales, Role.MarketingDirector, Role.MarketDirector];
    private static readonly Role[] Departments = [Role.ProductionHead, Role.OemHead, Role.LogisticsHead];
    private static readonly Role[] Staff = [.. Enum.GetValues<Role>().Where(role => !role.IsOfDealer() && role is not Role.Auditor)];
    private static readonly Role[] Portal = [];

    // The dealer's word in a follow-up callback, given to whoever calls or by the dealer himself.
    private static readonly Role[] Callers = [.. Dealers, .. AfterSales, Role.ServiceAssistant];

    private static readonly CaseState[] Open = [.. Enum.GetValues<CaseState>().Where(state => state is not (CaseState.Closed or CaseState.Merged))];
    private static readonly CaseState[] Handled = [.. Open.Where(state => state is not CaseState.Received)];
    private static readonly CaseState[] Found = [CaseState.Founded, CaseState.AwaitingApproval, CaseState.Approved, CaseState.Answered, CaseState.Disputed, CaseState.Executing];
    private static readonly CaseState[] Planning = [CaseState.Founded, CaseState.AwaitingApproval, CaseState.Approved, CaseState.Disputed];
    private static readonly CaseState[] Timed = [CaseState.InTriage, .. Found];

    public static IReadOnlyList<Row> Rows { get; } =
    [
        new(CaseState.Received, CaseVerb.Claim, CaseState.InTriage, AfterSales, []),
        new(CaseState.Received, CaseVerb.Assign, CaseState.InTriage, [Role.AfterSalesSupervisor], []),
        .. Stay(Handled, CaseVerb.Assign, [Role.AfterSalesSupervisor]),
        .. Stay(Handled, CaseVerb.HandOver, Deciders, CaseNeed.InCharge),
        .. To(CaseState.Merged, [CaseState.Received, CaseState.InTriage], CaseVerb.Merge, AfterSales),

        new(CaseState.InTriage, CaseVerb.JudgeFounded, CaseState.Founded, Deciders, [CaseNeed.InCharge]),
        .. To(CaseState.NotFounded, [CaseState.InTriage, CaseState.Founded], CaseVerb.JudgeNotFounded, Deciders, CaseNeed.InCharge),
        .. Stay([CaseState.InTriage, CaseState.Founded, CaseState.Disputed], CaseVerb.AskDepartment, Deciders, CaseNeed.InCharge),
        .. Stay(Timed, CaseVerb.AnswerAsDepartment, Departments),
        .. Stay([CaseState.Founded, CaseState.Disputed], CaseVerb.SettleLiability, Deciders, CaseNeed.InCharge),

        .. To(CaseState.AwaitingApproval, Planning, CaseVerb.ProposePlan, Deciders, CaseNeed.InCharge, CaseNeed.LiabilitySettled),
        new(CaseState.AwaitingApproval, CaseVerb.Grant, CaseState.Approved, Portal, []),
        new(CaseState.AwaitingApproval, CaseVerb.RefusePlan, CaseState.Founded, Portal, []),
        new(CaseState.AwaitingApproval, CaseVerb.VerifyGold, CaseState.Approved, [Role.RegionalManager], [CaseNeed.GoldDealer]),

        new(CaseState.Approved, CaseVerb.AnswerDealer, CaseState.Answered, Deciders, [CaseNeed.InCharge, CaseNeed.PlanGranted]),
        .. To(CaseState.Executing, [CaseState.Answered, CaseState.Disputed], CaseVerb.Agree, Dealers, CaseNeed.PlanGranted),
        new(CaseState.Answered, CaseVerb.Dispute, CaseState.Disputed, Dealers, []),
        new(CaseState.Disputed, CaseVerb.StandBy, CaseState.Answered, Deciders, [CaseNeed.InCharge, CaseNeed.PlanGranted]),

        new(CaseState.Executing, CaseVerb.Execute, CaseState.Executing, [.. Dealers, .. AfterSales, Role.Finance, Role.LogisticsDispatcher], [CaseNeed.PlanGranted]),
        .. Stay([CaseState.Approved, CaseState.Answered], CaseVerb.Execute, [.. Dealers, .. AfterSales, Role.Finance, Role.LogisticsDispatcher], CaseNeed.PlanGranted, CaseNeed.Released),
        new(CaseState.Executing, CaseVerb.Resolve, CaseState.Resolved, Deciders, [CaseNeed.InCharge, CaseNeed.StepsDone]),

        .. To(CaseState.Confirmed, [CaseState.Resolved, CaseState.NotFounded], CaseVerb.Confirm, Dealers),
        .. To(CaseState.InTriage, [CaseState.Resolved, CaseState.NotFounded, CaseState.Confirmed], CaseVerb.AskAgain, Dealers),
        .. Stay([CaseState.Resolved, CaseState.NotFounded, CaseState.Confirmed], CaseVerb.RequestFollowUp, [.. AfterSales, Role.ServiceAssistant]),
        .. To(CaseState.Closed, [CaseState.Confirmed], CaseVerb.Close, AfterSales),
        .. To(CaseState.Closed, [CaseState.Resolved, CaseState.NotFounded], CaseVerb.Close, [Role.AfterSalesSupervisor]),
        .. To(CaseState.Closed, [CaseState.Resolved, CaseState.NotFounded, CaseState.Confirmed], CaseVerb.CloseByCall, Callers),
        .. To(CaseState.InTriage, [CaseState.Resolved, CaseState.NotFounded, CaseState.Confirmed, CaseState.Closed], CaseVerb.ReopenByCall, Callers),

        .. Stay(Timed, CaseVerb.AskForExtension, AfterSales, CaseNeed.InCharge, CaseNeed.ClockRuns),
        .. Stay(Timed, CaseVerb.Pause, AfterSales, CaseNeed.InCharge, CaseNeed.PausesAllowed),
        .. Stay(Timed, CaseVerb.Resume, AfterSales, CaseNeed.InCharge, CaseNeed.PausesAllowed),
        .. Stay([.. Open, CaseState.Closed], CaseVerb.Say, [.. Dealers, .. Deciders, Role.ServiceAssistant]),
        .. Stay(Enum.GetValues<CaseState>(), CaseVerb.Note, Staff),
    ];

    private static readonly Dictionary<(CaseState, CaseVerb), Row> ByStateAndVerb = Rows.ToDictionary(row => (row.From, row.Verb));

    /// <summary>The row of a verb in a state, or null where the table has none.</summary>
    public static Row? Find(CaseState state, CaseVerb verb) => ByStateAndVerb.GetValueOrDefault((state, verb));

    /// <summary>Whether a person of this role may use the verb at all, whatever the state.</summary>
    public static bool IsFor(CaseVerb verb, Actor actor) => Rows.Any(row => row.Verb == verb && (row.Roles.Count == 0 ? actor.IsSystem : row.Roles.Any(actor.Is)));

    /// <summary>The first state after this one, in the order of a case's life, in which a person of this role may use the verb; null when none lies ahead.</summary>
    public static CaseState? NextFor(CaseVerb verb, CaseState state, Actor actor) =>
        Rows.Where(row => row.Verb == verb && row.From > state && row.Roles.Any(actor.Is)).Min(row => (CaseState?)row.From);

    /// <summary>Verbs by which a case is decided: they belong to after-sales and two directors, and everybody else hands over.</summary>
    public static bool Decides(CaseVerb verb) => Rows.Any(row => row.Verb == verb && row.Roles.SequenceEqual(Deciders)) && verb is not CaseVerb.HandOver;

    public static Turn TurnIn(CaseState state) => state switch
    {
        CaseState.AwaitingApproval => Turn.Approvers,
        CaseState.Answered or CaseState.Resolved or CaseState.NotFounded => Turn.Dealer,
        CaseState.Executing => Turn.Execution,
        CaseState.Closed or CaseState.Merged => Turn.Nobody,
        _ => Turn.AfterSales,
    };

    public static bool IsOpen(CaseState state) => TurnIn(state) is not Turn.Nobody;

    private static IEnumerable<Row> Stay(IEnumerable<CaseState> states, CaseVerb verb, IReadOnlyList<Role> roles, params CaseNeed[] needs) =>
        states.Select(state => new Row(state, verb, state, roles, needs));

    private static IEnumerable<Row> To(CaseState to, IEnumerable<CaseState> states, CaseVerb verb, IReadOnlyList<Role> roles, params CaseNeed[] needs) =>
        states.Select(state => new Row(state, verb, to, roles, needs));
}
