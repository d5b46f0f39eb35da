using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using static DealerPortal.Domain.Accounts.Role;
using static DealerPortal.Web.Shell.PlaceGroup;

namespace DealerPortal.Web.Shell;

/// <summary>One entry of the menu: a word, an address, a picture, its part of the menu, and who is offered it. The page itself checks the right again.</summary>
public sealed record Place(PlaceGroup Group, string Key, string Url, string Icon, Func<Actor, bool> For)
{
    /// <summary>The whole menu, in its order: the first four that a person may see stand at the foot of a phone. Whoever adds a page adds its line here.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new(Work, "nav.home", PortalUrls.Home, "home", _ => true),
        new(Work, "nav.triage", PortalUrls.Triage, "filter", actor => actor.IsStaff),
        new(Work, "nav.approvals", PortalUrls.Approvals, "sign", actor => actor.IsAny(
            AfterSalesSupervisor, RegionalManager, OperationsDirector, MarketingDirector, MarketDirector, Finance)),
        new(Work, "nav.callbacks", PortalUrls.Callbacks, "phone", actor => CallbackRights.MaySee(actor)),
        new(Work, "nav.hotline", PortalUrls.Hotline, "phone", Domain.Hotline.Call.MayTake),
        new(Work, "nav.calls", PortalUrls.Calls, "phone", actor => actor.Is(Auditor)),

        new(Goods, "nav.arrivals", PortalUrls.Arrivals, "truck", actor => actor.IsDealer),
        new(Goods, "nav.pick-ups", PortalUrls.PickUps, "box", _ => true),
        new(Goods, "nav.cases", PortalUrls.Cases, "list", actor => actor.IsDealer),
        new(Goods, "nav.orders", PortalUrls.Orders, "file", _ => true),
        new(Goods, "nav.late", PortalUrls.Late, "calendar", actor => actor.IsDealer || actor.IsAny(
            AfterSalesAgent, AfterSalesSupervisor, OrderFollowUp, RegionalManager, OperationsDirector, MarketingDirector, MarketDirector,
            Finance, ProductionHead, OemHead, Auditor)),
        new(Goods, "nav.rejections", PortalUrls.Rejections, "alert", actor => actor.IsAny(
            LogisticsDispatcher, RegionalManager, AfterSalesAgent, AfterSalesSupervisor)),
        new(Goods, "nav.outbound", PortalUrls.Outbound, "sign", actor => actor.IsAny(BusinessAssistant, RegionalManager)),

        new(Money, "nav.settlement", PortalUrls.Settlement, "sign", actor => actor.IsStaff && Domain.Settlements.Statements.MayRead(actor)),
        new(Money, "nav.statements", PortalUrls.Statements, "file", actor => actor.IsDealer),

        new(PlaceGroup.Dealers, "nav.dealers", PortalUrls.Dealers, "truck", actor => actor.IsStaff),
        new(PlaceGroup.Dealers, "nav.tiers", PortalUrls.Tiers, "people", actor => CallbackRights.MaySee(actor)),

        new(Company, "nav.knowledge", PortalUrls.Knowledge, "search", _ => true),
        new(Company, "nav.policies", PortalUrls.Policies, "book", _ => true),
        new(Company, "nav.conduct", PortalUrls.Conduct, "sign", Domain.Conduct.Breach.MayRecord),
        new(Company, "nav.case-editions", PortalUrls.CaseEditions, "book", Domain.Complaints.EditionBoard.MaySee),
        new(Company, "nav.holidays", PortalUrls.Holidays, "calendar", Domain.Calendars.HolidayBoard.MaySee),

        new(PlaceGroup.System, "nav.jobs", PortalUrls.Jobs, "gear", Domain.Jobs.JobBoard.MaySee),
        new(PlaceGroup.System, "nav.people", PortalUrls.People, "people", actor => actor.IsAny(Administrator, Auditor)),
        new(PlaceGroup.System, "nav.history", PortalUrls.History, "history", actor => actor.IsAny(Administrator, Auditor)),
    ];

    /// <summary>What a person begins from the start page.</summary>
    public static IReadOnlyList<Place> Acts { get; } =
    [
        new(Goods, "arrivals.act", PortalUrls.Arrivals, "truck", actor => actor.IsDealer),
    ];

    public static IEnumerable<Place> ActsOf(Actor actor) => Acts.Where(act => act.For(actor));

    public static IEnumerable<Place> Of(Actor? actor) => actor is null ? [] : All.Where(place => place.For(actor));
}
