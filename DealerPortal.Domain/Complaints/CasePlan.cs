using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Domain.Complaints;

/// <summary>What the company means to do about a case. Never changed once it was shown: another plan is another one, and is approved anew.</summary>
public sealed class CasePlan
{
    private readonly List<PlannedRemedy> remedies = [];
    private readonly List<PlanStep> steps = [];

    private CasePlan() { }

    internal CasePlan(PlanDraft draft, int round, int number, string by, Instant now)
    {
        (Id, Round, Number, Explanation, ReturnAddress) = (draft.Id, round, number, draft.Explanation.Trim(), draft.ReturnAddress?.Trim());
        (ApprovalId, MayBeReleased, ProposedBy, ProposedAt) = (draft.ApprovalId, draft.MayBeReleased, by, now);
        remedies.AddRange(draft.Remedies.Select((remedy, index) => new PlannedRemedy(index + 1, remedy)));
        steps.AddRange(draft.Remedies.SelectMany(RemedySteps.Of).Select((step, index) => new PlanStep(index + 1, step.Remedy, step.Kind)));
    }

    /// <summary>Made by the form, so that proposing twice is once.</summary>
    public Guid Id { get; private set; }

    public int Round { get; private set; }

    public int Number { get; private set; }

    /// <summary>What the dealer is told.</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>The factory the goods go back to; null where nothing goes back.</summary>
    public string? ReturnAddress { get; private set; }

    public string ProposedBy { get; private set; } = "";

    public Instant ProposedAt { get; private set; }

    public Guid ApprovalId { get; private set; }

    /// <summary>The regulation spares this dealer the rest of the chain once the facts are verified.</summary>
    public bool MayBeReleased { get; private set; }

    public Instant? GrantedAt { get; private set; }

    public Instant? RefusedAt { get; private set; }

    public Instant? ReleasedAt { get; private set; }

    public string? ReleasedBy { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    public Instant? AgreedAt { get; private set; }

    public string? AgreedBy { get; private set; }

    public Instant? DisputedAt { get; private set; }

    public IReadOnlyList<PlannedRemedy> Remedies => remedies;

    public IReadOnlyList<PlanStep> Steps => steps;

    public bool IsDone => steps.TrueForAll(step => step.IsDone);

    public int OpenSteps => steps.Count(step => !step.IsDone);

    /// <summary>The first open step of each remedy: the ones that can be done now. Within a remedy none is skipped.</summary>
    public IEnumerable<PlanStep> NextSteps => steps.Where(step => !step.IsDone).GroupBy(step => step.Remedy).Select(same => same.MinBy(step => step.Place)!);

    /// <summary>The plan as those who approve it are shown it, sentence by sentence.</summary>
    public IReadOnlyList<Step> Shown(Complaint of) =>
    [
        new("plan.of-case", Fact.Of(of.Number), Fact.Number(Round), Fact.Number(Number)),
        of.Cause is { } cause ? new Step("plan.cause", Fact.Word("liability." + cause)) : new Step("plan.paid-service"),
        .. remedies.OrderBy(remedy => remedy.Place).Select(remedy => new Step("plan.remedy", Fact.Word("remedy." + remedy.Code), Fact.Fen(remedy.AmountFen), Fact.Of(remedy.Note))),
        .. ReturnAddress is { } address ? [new Step("plan.return-to", Fact.Of(address))] : Array.Empty<Step>(),
        new("plan.says", Fact.Of(Explanation)),
    ];

    internal void Grant(Instant now) => GrantedAt ??= now;

    internal void Refuse(Instant now) => RefusedAt ??= now;

    internal void Release(string by, Instant now) => (ReleasedAt, ReleasedBy, GrantedAt) = (now, by, now);

    internal void Answer(Instant now) => AnsweredAt ??= now;

    internal void Agree(string by, Instant now) => (AgreedAt, AgreedBy) = (now, by);

    internal void Dispute(Instant now) => DisputedAt = now;
}
