using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.Deliveries;

/// <summary>Windows that are running: the dealer has to answer, the staff of the region waits for his word.</summary>
internal sealed class WindowNeeds(PickUpBoard board, Wording words) : INeeds
{
    public async Task<INeeds.Waiting> Of(Actor actor, CancellationToken stop)
    {
        if (!actor.IsDealer && !actor.IsAny(Role.BusinessAssistant, Role.LogisticsDispatcher, Role.RegionalManager)) return INeeds.Waiting.None;

        var view = await board.For(actor, null, stop);
        var kind = actor.IsDealer ? "answer" : "await";
        return new([.. view.Rows.Select(row => new Need(
            kind, PortalUrls.PickUp(row.PickUpId), words.Goods(row.Family, row.Quantity), actor.IsDealer ? words.Say("need.taken", Fact.At(row.PickedUpAt)) : row.DealerName, row.Ends, row.Starts,
            actor.IsDealer ? NeedPart.Mine : NeedPart.Others))], view.Open);
    }
}
