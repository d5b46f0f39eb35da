using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;

namespace DealerPortal.Web.Shell;

/// <summary>One entry of the menu: a word, an address, a picture, and who is offered it. The page itself checks the right again.</summary>
public sealed record Place(string Key, string Url, string Icon, Func<Actor, bool> For)
{
    /// <summary>The whole menu, in its order. Whoever adds a page adds its line here.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new("nav.home", PortalUrls.Home, "home", _ => true),
        new("nav.orders", PortalUrls.Orders, "file", _ => true),
        new("nav.late", PortalUrls.Late, "calendar", actor => actor.IsDealer || actor.IsAny(Role.AfterSalesAgent, Role.AfterSalesSupervisor, Role.OrderFollowUp, Role.RegionalManager,
            Role.OperationsDirector, Role.MarketingDirector, Role.MarketDirector, Role.Finance, Role.ProductionHead, Role.OemHead, Role.Auditor)),
        new("nav.dealers", PortalUrls.Dealers, "truck", actor => actor.IsStaff),

        new("nav.triage", PortalUrls.Triage, "filter", actor => actor.IsStaff),
        new("nav.cases", PortalUrls.Cases, "list", actor => actor.IsDealer),
        new("nav.approvals", PortalUrls.Approvals, "sign", actor => actor.IsAny(Role.AfterSalesSupervisor, Role.RegionalManager, Role.OperationsDirector, Role.MarketingDirector, Role.MarketDirector, Role.Finance)),
        new("nav.callbacks", PortalUrls.Callbacks, "phone", actor => CallbackRights.MaySee(actor)),
        new("nav.tiers", PortalUrls.Tiers, "people", actor => CallbackRights.MaySee(actor)),
        new("nav.arrivals", PortalUrls.Arrivals, "truck", actor => actor.IsDealer),
        new("nav.pick-ups", PortalUrls.PickUps, "box", _ => true),
        new("nav.settlement", PortalUrls.Settlement, "sign", actor => actor.IsStaff && DealerPortal.Domain.Settlements.Statements.MayRead(actor)),
        new("nav.statements", PortalUrls.Statements, "file", actor => actor.IsDealer),
        new("nav.rejections", PortalUrls.Rejections, "alert", actor => actor.IsAny(Role.LogisticsDispatcher, Role.RegionalManager, Role.AfterSalesAgent, Role.AfterSalesSupervisor)),
        new("nav.outbound", PortalUrls.Outbound, "sign", actor => actor.IsAny(Role.BusinessAssistant, Role.RegionalManager)),
        new("nav.hotline", PortalUrls.Hotline, "phone", Domain.Hotline.Call.MayTake),
        new("nav.calls", PortalUrls.Calls, "phone", actor => actor.Is(Role.Auditor)),
        new("nav.knowledge", PortalUrls.Knowledge, "search", _ => true),
        new("nav.conduct", PortalUrls.Conduct, "sign", Domain.Conduct.Breach.MayRecord),
        new("nav.policies", PortalUrls.Policies, "book", _ => true),
        new("nav.case-editions", PortalUrls.CaseEditions, "book", Domain.Complaints.EditionBoard.MaySee),
        new("nav.jobs", PortalUrls.Jobs, "gear", Domain.Jobs.JobBoard.MaySee),

        new("nav.holidays", PortalUrls.Holidays, "calendar", DealerPortal.Domain.Calendars.HolidayBoard.MaySee),
        new("nav.people", PortalUrls.People, "people", actor => actor.IsAny(Role.Administrator, Role.Auditor)),
        new("nav.history", PortalUrls.History, "history", actor => actor.IsAny(Role.Administrator, Role.Auditor)),
    ];

    /// <summary>What a person begins from the start page.</summary>
    public static IReadOnlyList<Place> Acts { get; } =
    [
        new("arrivals.act", PortalUrls.Arrivals, "truck", actor => actor.IsDealer),
    ];

    public static IEnumerable<Place> ActsOf(Actor actor) => Acts.Where(act => act.For(actor));

    public static IEnumerable<Place> Of(Actor? actor) => actor is null ? [] : All.Where(place => place.For(actor));
}
