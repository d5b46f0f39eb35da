using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;

namespace DealerPortal.Domain.Settlements;

/// <summary>Who sees which batches, and who draws them up.</summary>
public static class Statements
{
    /// <summary>Whether a person has anything to do with settlements at all. A dealer's people do with their own.</summary>
    public static bool MayRead(Actor actor) => actor.IsDealer || actor.IsAny(
        Role.Finance, Role.OperationsDirector, Role.MarketingDirector, Role.MarketDirector, Role.RegionalManager, Role.BusinessAssistant,
        Role.AfterSalesAgent, Role.AfterSalesSupervisor, Role.Auditor);

    /// <summary>Who may tell a dealer on the phone how his balance stands: whoever reads settlements, and the assistants at the desk.</summary>
    public static bool MayTellBalance(Actor actor) => actor.IsStaff && (MayRead(actor) || actor.Is(Role.ServiceAssistant));

    /// <summary>Who draws up, withdraws and pays.</summary>
    public static bool MaySettle(Actor actor) => actor.IsStaff && actor.Is(Role.Finance);

    /// <summary>Those an actor sees: a dealer his own from their approval on, people of a region that region's.</summary>
    internal static IQueryable<Batch> SeenBy(Actor actor, PortalDb db)
    {
        if (!MayRead(actor)) return db.Batches.Where(_ => false);
        var seen = db.Batches.SeenBy(actor, db);
        return actor.IsDealer ? seen.Where(batch => batch.State == BatchState.Approved || batch.State == BatchState.Paid) : seen;
    }
}
