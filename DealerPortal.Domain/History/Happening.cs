namespace DealerPortal.Domain.History;

/// <summary>The closed list of what can happen. Each kind has its sentence under <c>happening.KIND</c>, and is never renamed once it is recorded.</summary>
public enum Happening
{
    // accounts
    UserAdded,
    UserInvited,
    UserDisabled,
    UserEnabled,
    UserLockedOut,
    UserUnlocked,
    PasswordSet,
    PostGiven,
    PostTaken,
    SignedOutEverywhere,

    // dealers
    DealerAdded,
    DealerChanged,

    // orders
    OrderAdded,
    OrderChanged,
    OrderLineChanged,
    ShipmentAdded,
    ShipmentChanged,
    ShipmentLineChanged,
    ImportApplied,

    // promises and late days: the first fact is the order's number
    OrderPromised,
    PromiseFollowed,
    DateProposed,
    DateAgreed,
    DateDeclined,
    LateDaysEarned,
    LateDaysReversed,
    LateCauseDecided,
    SpanRecorded,
    SpanGranted,
    SpanRefused,

    // settlements: the first fact is the statement's number
    BatchDrawnUp,
    BatchApproved,
    BatchRefused,
    BatchWithdrawn,
    BatchPaid,
    LineQuestioned,

    // complaints: the first fact is the case's number
    CaseFiled,
    CaseClaimed,
    CaseAssigned,
    CaseHandedOver,
    CaseMerged,
    CaseFounded,
    CaseNotFounded,
    DepartmentAsked,
    DepartmentAnswered,
    LiabilitySettled,
    PlanProposed,
    PlanGranted,
    PlanRefused,
    PlanReleased,
    CaseAnswered,
    PlanAgreed,
    PlanDisputed,
    PlanStoodBy,
    StepDone,
    CaseResolved,
    CaseConfirmed,
    CaseAskedAgain,
    FollowUpRequested,
    CaseClosed,
    CaseClosedByCall,
    CaseReopenedByCall,
    ExtensionAsked,
    ExtensionGranted,
    ExtensionRefused,
    ClockPaused,
    ClockResumed,
    ClockCrossed,
    CaseSaid,
    CaseNoted,
    CaseTakenOver,
    ClockTakenOver,
    ClockMoved,

    // calendars
    HolidayYearPublished,

    // conduct: the one fact is the record's number, which names nobody
    BreachRecorded,
    BreachAnswered,
    BreachProposed,
    BreachDecided,
    BreachDismissed,
    BreachAppealed,
    BreachLifted,
    BreachUpheld,

    // hotline: facts are what became of the call, and the caller
    CallTaken,
    CallPromised,
    CallTakenOver,
    CallKept,
    ScriptWorded,
    DealerPhoneAdded,
    DealerPhoneRemoved,

    // knowledge: facts are the title, the revision, and its readers
    ArticleDrafted,
    ArticleWritten,
    ArticlePublished,
    ArticleRetired,

    // deliveries
    PickUpRecorded,
    DeemedAccepted,
    RejectionAcknowledged,
    CountedAsAccepted,

    // inspections
    DepotLookPassed,
    DepotDamageNoted,
    GoodsRefused,
    LineAccepted,
    LineAcceptedLate,
    LineRejected,
    LineRejectedLate,

    // approvals
    ApprovalAsked,
    ApprovalGiven,
    ApprovalRefused,
    AbsenceDeclared,
    AbsenceEnded,

    // notices
    NoticesChosen,
    NoticesTriedAgain,

    // jobs: the fact is the job's name
    JobPaused,
    JobResumed,

    // tiers: the first fact is the dealer's name
    TierReviewAsked,
    TierProposed,
    TierProposalTakenBack,
    TiersSubmitted,
    TierSet,
    TierDeclined,
    TierReviewClosed,

    // callbacks: the first fact is the dealer's name
    CallbackPlanned,
    CallbackMoved,
    CallbackHandedOver,
    CallbackWithdrawn,
    CallbackReached,
    CallbackNotReached,
    CallbackPutOff,
    CallbackWrongNumber,
    CallbackRefused,
    CallbackNumberGiven,
    CallbackFollowedHolidays,
    SurveyLinkSent,
    SurveyAnswered,

    // evidence
    PhotoAdded,
    PhotoRemoved,
}
