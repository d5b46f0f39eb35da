namespace DealerPortal.Domain.Notices;

/// <summary>The closed list of what people are told. Each kind has its sentence under <c>notice.KIND</c>, and is never renamed once it was sent.</summary>
public enum NoticeKind
{
    // deliveries, to the dealer's people: facts are the pick-up's number, the family's word, and the end of the window
    WindowStarted,
    WindowHalfGone,
    WindowLastQuarter,
    DeemedAccepted,

    // deliveries, to the staff of the region: facts are the delivery's number and the dealer's name
    SignedOutboundOrder,
    RejectionArrived,
    RejectionAcknowledged,

    // jobs, to the administrators: facts are the job's word and what went wrong
    JobFailed,

    // complaints: the first fact is the case's number
    CaseFiled,
    CaseYours,
    CaseAnswered,
    CaseResolved,
    CaseMerged,
    CaseStepDone,
    CaseDealerSaid,
    CaseMessage,
    CaseClockMoved,
    DepartmentAsked,
    DepartmentAnswered,
    ClockWarning,
    ClockLastWarning,
    ClockCrossed,

    // late days, to the dealer's people: facts are the order's number, how many dates, the first, the last, and the sum
    OrderLate,
    LatePayReversed,

    // a later date for a large order: facts are the order's number, then the dates, or the answer and the date
    DateProposed,
    DateReminder,
    DateAnswered,

    // late days, to the administrators: facts are how many orders differ and the first of them
    LedgerDiffers,
    // callbacks and tiers, to the staff concerned; the open survey to the dealer
    CallbacksToday,
    CallbacksOverdue,
    CallbackNumberWanted,
    SurveyOpen,
    TierReviewAsked,
    TiersProposed,
    TiersDeclined,

    // settlements: the first fact is the statement's number; the last is finance's
    StatementReady,
    StatementPaid,
    LineQuestioned,

    // approvals: facts are the kind of question, and who asked or what came of it
    ApprovalAsked,
    ApprovalReminder,
    ApprovalSettled,

    // conduct, to the person concerned and whoever recorded it: the first fact is the record's number
    BreachRecorded,
    BreachAnswered,
    BreachSettled,
}
