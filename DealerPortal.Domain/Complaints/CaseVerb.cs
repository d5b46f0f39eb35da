namespace DealerPortal.Domain.Complaints;

/// <summary>What people do to a case. Words under <c>verb.NAME</c>.</summary>
public enum CaseVerb
{
    Claim,
    Assign,
    HandOver,
    Merge,
    JudgeFounded,
    JudgeNotFounded,
    AskDepartment,
    AnswerAsDepartment,
    SettleLiability,
    ProposePlan,
    Grant,
    RefusePlan,
    VerifyGold,
    AnswerDealer,
    Agree,
    Dispute,
    StandBy,
    Execute,
    Resolve,
    Confirm,
    AskAgain,
    RequestFollowUp,
    Close,
    AskForExtension,
    Pause,
    Resume,
    Say,
    Note,
}
