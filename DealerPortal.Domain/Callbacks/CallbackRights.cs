using DealerPortal.Domain.Accounts;

namespace DealerPortal.Domain.Callbacks;

/// <summary>Who makes callbacks, and who sees what came of them.</summary>
public static class CallbackRights
{
    /// <summary>After-sales calls: the service assistants, and their supervisor in their place.</summary>
    public static bool MayCall(Actor actor) => actor.IsStaff && actor.IsAny(Role.ServiceAssistant, Role.AfterSalesSupervisor);

    public static bool MaySee(Actor actor) => MayCall(actor)
        || (actor.IsStaff && actor.IsAny(Role.AfterSalesAgent, Role.RegionalManager, Role.OperationsDirector, Role.MarketingDirector, Role.MarketDirector, Role.Auditor, Role.Administrator));
}
