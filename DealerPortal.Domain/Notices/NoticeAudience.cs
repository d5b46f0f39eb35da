using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Notices;

/// <summary>Which kinds of news reach whom, and which of them a person may do without.</summary>
public static class NoticeAudience
{
    // Whatever is not named here asks something of its reader, or tells him what has become of his rights: it is always loud, and so is every new kind.
    private static readonly HashSet<NoticeKind> Choosable =
    [
        NoticeKind.WindowHalfGone, NoticeKind.RejectionAcknowledged, NoticeKind.CaseStepDone, NoticeKind.CaseMessage, NoticeKind.CaseMerged, NoticeKind.SignedOutboundOrder,
        NoticeKind.CaseFiled, NoticeKind.CaseDealerSaid, NoticeKind.DepartmentAnswered, NoticeKind.ClockWarning, NoticeKind.ApprovalReminder, NoticeKind.ApprovalSettled,
    ];

    private static readonly HashSet<NoticeKind> Dealers =
    [
        NoticeKind.WindowStarted, NoticeKind.WindowHalfGone, NoticeKind.WindowLastQuarter, NoticeKind.DeemedAccepted, NoticeKind.RejectionAcknowledged,
        NoticeKind.CaseAnswered, NoticeKind.CaseResolved, NoticeKind.CaseMerged, NoticeKind.CaseStepDone, NoticeKind.CaseMessage,
        NoticeKind.StatementReady, NoticeKind.StatementPaid,
    ];

    // Kinds that only some of the staff are told; the others are for whoever of the staff they concern.
    private static readonly Dictionary<NoticeKind, Role[]> Posts = new()
    {
        [NoticeKind.DeemedAccepted] = [Role.BusinessAssistant],
        [NoticeKind.SignedOutboundOrder] = [Role.BusinessAssistant],
        [NoticeKind.RejectionArrived] = [Role.LogisticsDispatcher],
        [NoticeKind.JobFailed] = [Role.Administrator],
        [NoticeKind.CaseFiled] = AfterSales,
        [NoticeKind.CaseDealerSaid] = AfterSales,
        [NoticeKind.CaseMessage] = AfterSales,
        [NoticeKind.CaseYours] = AfterSales,
        [NoticeKind.DepartmentAnswered] = AfterSales,
        [NoticeKind.ClockWarning] = AfterSales,
        [NoticeKind.ClockLastWarning] = AfterSales,
        [NoticeKind.DepartmentAsked] = [Role.ProductionHead, Role.OemHead, Role.LogisticsHead],
        [NoticeKind.LineQuestioned] = [Role.Finance],
    };

    // Nobody but the dealer's people is ever told these.
    private static readonly HashSet<NoticeKind> OnlyDealers =
    [
        NoticeKind.WindowStarted, NoticeKind.WindowHalfGone, NoticeKind.WindowLastQuarter, NoticeKind.RejectionAcknowledged,
        NoticeKind.CaseAnswered, NoticeKind.CaseResolved, NoticeKind.CaseMerged, NoticeKind.CaseStepDone,
        NoticeKind.StatementReady, NoticeKind.StatementPaid,
    ];

    private static Role[] AfterSales => [Role.AfterSalesAgent, Role.AfterSalesSupervisor];

    /// <summary>Whether a person may have it quieter, or do without it.</summary>
    public static bool IsChoosable(NoticeKind kind) => Choosable.Contains(kind);

    /// <summary>What such a person can be told, in the order of the list of kinds.</summary>
    public static IEnumerable<NoticeKind> KindsFor(Actor actor) => Enum.GetValues<NoticeKind>().Where(kind => Reaches(kind, actor));

    private static bool Reaches(NoticeKind kind, Actor actor) => actor.IsDealer
        ? Dealers.Contains(kind)
        : !OnlyDealers.Contains(kind) && (!Posts.TryGetValue(kind, out var roles) || actor.IsAny(roles));
}
