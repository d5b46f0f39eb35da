using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.Deliveries;

/// <summary>Goods that have left for the dealer and wait to be picked up.</summary>
internal sealed class ArrivalNeeds(ArrivalList arrivals, Wording words) : INeeds
{
    public async Task<INeeds.Waiting> Of(Actor actor, CancellationToken stop) =>
        INeeds.Waiting.These([.. (await arrivals.For(actor, stop)).Select(arrival => new Need(
            "pick-up", PortalUrls.Arrivals, string.Join(words["need.and"], arrival.Goods.Select(goods => words.Goods(goods.Family, goods.Quantity))),
            words.Say("need.shipped", Fact.At(arrival.ShippedAt), Fact.Of(arrival.Carrier), Fact.Of(arrival.Number))))]);
}
