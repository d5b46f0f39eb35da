using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;

namespace DealerPortal.Web.Complaints;

/// <summary>What one reader of a case can do with it now: the act that carries it on, and the others.</summary>
/// <param name="Next">The act that leads to the next state; null where it is not this reader's.</param>
/// <param name="Others">What else he can do, in the order in which a case usually goes.</param>
/// <param name="Step">The step of the plan that he has to do.</param>
public sealed record CaseNext(CaseVerb? Next, IReadOnlyList<CaseVerb> Others, ComplaintSheet.Stage? Step, bool IsAsked)
{
    public bool IsMine => Next is not null || Step is not null || IsAsked;

    public static CaseNext Of(ComplaintSheet.View sheet, Actor me)
    {
        // A question to a department is answered where it stands.
        var can = sheet.Acts.Where(act => act is { Why: null, Verb: not CaseVerb.AnswerAsDepartment }).Select(act => act.Verb).ToList();
        var next = Onward(sheet).Where(can.Contains).Select(verb => (CaseVerb?)verb).FirstOrDefault();
        var step = sheet.Plans.Where(plan => plan.IsCurrent).SelectMany(plan => plan.Steps).FirstOrDefault(step => step is { IsNext: true, DoneAt: null });
        return new(next, [.. can.Where(verb => verb != next)], step, sheet.Departments.Any(asked => IsFor(asked, sheet, me)));
    }

    /// <summary>Whether a question to a department waits for this reader.</summary>
    public static bool IsFor(ComplaintSheet.Asked asked, ComplaintSheet.View sheet, Actor me) =>
        asked.AnsweredAt is null && me.Is(asked.Department) && sheet.Acts.Any(act => act is { Verb: CaseVerb.AnswerAsDepartment, Why: null });

    private static CaseVerb[] Onward(ComplaintSheet.View sheet) => sheet.Head.State switch
    {
        CaseState.Received => [CaseVerb.Claim, CaseVerb.Assign],
        CaseState.InTriage => [CaseVerb.Resume, CaseVerb.JudgeFounded],
        CaseState.Founded or CaseState.Disputed => [CaseVerb.Resume, CaseVerb.ProposePlan, CaseVerb.SettleLiability],
        CaseState.AwaitingApproval => [CaseVerb.Resume, CaseVerb.VerifyGold],
        CaseState.Approved => [CaseVerb.Resume, CaseVerb.AnswerDealer],
        CaseState.Answered => [CaseVerb.Resume, CaseVerb.Agree],
        CaseState.Executing => [CaseVerb.Resume, CaseVerb.Resolve],
        CaseState.Resolved or CaseState.NotFounded => [CaseVerb.Confirm],
        CaseState.Confirmed => [CaseVerb.Close],
        _ => [],
    };
}
