using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Notices;

/// <summary>Which kinds of news reach whom, and which of them a person may do without.</summary>
/// <remarks>A kind that does not stand here is for whoever of the staff it concerns, and always loud: to be chosen it has to be put here.</remarks>
public static class NoticeAudience
{
    private static readonly Role[] AfterSales = [Role.AfterSalesAgent, Role.AfterSalesSupervisor];

    private static readonly Dictionary<NoticeKind, Audience> OfGoodsAndCases = new()
    {
        // What asks for an answer, or tells what has become of one's rights, cannot be switched off.
        [NoticeKind.WindowStarted] = Dealers(),
        [NoticeKind.WindowHalfGone] = Dealers(isChoosable: true),
        [NoticeKind.WindowLastQuarter] = Dealers(),
        [NoticeKind.DeemedAccepted] = Dealers() with { Roles = [Role.BusinessAssistant] },
        [NoticeKind.SignedOutboundOrder] = Staff(isChoosable: true, Role.BusinessAssistant),
        [NoticeKind.RejectionArrived] = Staff(isChoosable: false, Role.LogisticsDispatcher),
        [NoticeKind.RejectionAcknowledged] = Dealers(isChoosable: true),

        [NoticeKind.CaseFiled] = Staff(isChoosable: true, AfterSales),
        [NoticeKind.CaseYours] = Staff(isChoosable: false, AfterSales),
        [NoticeKind.CaseAnswered] = Dealers(),
        [NoticeKind.CaseResolved] = Dealers(),
        [NoticeKind.CaseMerged] = Dealers(isChoosable: true),
        [NoticeKind.CaseStepDone] = Dealers(isChoosable: true),
        [NoticeKind.CaseDealerSaid] = Staff(isChoosable: true, AfterSales),
        [NoticeKind.CaseMessage] = Dealers(isChoosable: true) with { Roles = AfterSales },
        [NoticeKind.CaseClockMoved] = Dealers() with { Roles = AfterSales },
        [NoticeKind.DepartmentAsked] = Staff(isChoosable: false, Role.ProductionHead, Role.OemHead, Role.LogisticsHead),
        [NoticeKind.DepartmentAnswered] = Staff(isChoosable: true, AfterSales),
        [NoticeKind.ClockWarning] = Staff(isChoosable: true, AfterSales),
        [NoticeKind.ClockLastWarning] = Staff(isChoosable: false, AfterSales),
    };

    private static readonly Dictionary<NoticeKind, Audience> OfTheRest = new()
    {
        [NoticeKind.JobFailed] = Staff(isChoosable: false, Role.Administrator),
        [NoticeKind.OrderLate] = Dealers(),
        [NoticeKind.LatePayReversed] = Dealers(),
        [NoticeKind.StatementReady] = Dealers(),
        [NoticeKind.StatementPaid] = Dealers(),
        [NoticeKind.LineQuestioned] = Staff(isChoosable: false, Role.Finance),
        [NoticeKind.CallbacksToday] = Staff(isChoosable: true, Role.ServiceAssistant, Role.AfterSalesAgent),
        [NoticeKind.CallbacksOverdue] = Staff(isChoosable: false, Role.AfterSalesSupervisor),
        [NoticeKind.CallbackNumberWanted] = Staff(isChoosable: true, Role.BusinessAssistant),
        [NoticeKind.SurveyOpen] = Dealers(isChoosable: true),
        [NoticeKind.TierReviewAsked] = Staff(isChoosable: false, Role.ServiceAssistant, Role.MarketingDirector),
        [NoticeKind.TiersProposed] = Staff(isChoosable: false, Role.MarketingDirector),
        [NoticeKind.TiersDeclined] = Staff(isChoosable: false, Role.ServiceAssistant),

        [NoticeKind.ApprovalReminder] = Staff(isChoosable: true),
        [NoticeKind.ApprovalSettled] = Staff(isChoosable: true),
    };

    /// <summary>Whether a person may have it quieter, or do without it.</summary>
    public static bool IsChoosable(NoticeKind kind) => Of(kind).IsChoosable;

    /// <summary>What such a person can be told, in the order of the list of kinds.</summary>
    public static IEnumerable<NoticeKind> KindsFor(Actor actor) => Enum.GetValues<NoticeKind>().Where(kind => Of(kind).Reaches(actor));

    private static Audience Of(NoticeKind kind) => OfGoodsAndCases.GetValueOrDefault(kind) ?? OfTheRest.GetValueOrDefault(kind) ?? Staff(isChoosable: false);

    private static Audience Dealers(bool isChoosable = false) => new(true, null, isChoosable);

    private static Audience Staff(bool isChoosable, params Role[] roles) => new(false, roles, isChoosable);

    /// <param name="Roles">Which of the staff; none named means all, null means none.</param>
    private sealed record Audience(bool IsForDealers, Role[]? Roles, bool IsChoosable)
    {
        public bool Reaches(Actor actor) => actor.IsDealer ? IsForDealers : Roles is { } roles && (roles.Length == 0 || actor.IsAny(roles));
    }
}
