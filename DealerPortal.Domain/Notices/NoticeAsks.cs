namespace DealerPortal.Domain.Notices;

/// <summary>Which kinds of news ask their reader for something: an answer, a decision, a step, or help before time runs out. The others only tell.</summary>
public static class NoticeAsks
{
    public static IReadOnlyList<NoticeKind> Kinds { get; } =
    [
        NoticeKind.WindowStarted, NoticeKind.WindowHalfGone, NoticeKind.WindowLastQuarter, NoticeKind.RejectionArrived,
        NoticeKind.JobFailed, NoticeKind.LedgerDiffers,
        NoticeKind.CaseFiled, NoticeKind.CaseYours, NoticeKind.CaseAnswered, NoticeKind.CaseResolved, NoticeKind.CaseDealerSaid, NoticeKind.CaseMessage,
        NoticeKind.DepartmentAsked, NoticeKind.DepartmentAnswered, NoticeKind.ClockWarning, NoticeKind.ClockLastWarning, NoticeKind.ClockCrossed,
        NoticeKind.DateProposed, NoticeKind.DateReminder,
        NoticeKind.CallbacksToday, NoticeKind.CallbacksOverdue, NoticeKind.CallbackNumberWanted, NoticeKind.SurveyOpen,
        NoticeKind.TierReviewAsked, NoticeKind.TiersProposed, NoticeKind.TiersDeclined,
        NoticeKind.LineQuestioned, NoticeKind.ApprovalAsked, NoticeKind.ApprovalReminder,
        NoticeKind.BreachRecorded, NoticeKind.BreachAnswered,
    ];
}
