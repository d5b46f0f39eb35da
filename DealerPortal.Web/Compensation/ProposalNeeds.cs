using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Promises;
using DealerPortal.Web.Shell;
using DealerPortal.Web.Words;

namespace DealerPortal.Web.Compensation;

/// <summary>Proposed dates that wait for the dealer's word.</summary>
internal sealed class ProposalNeeds(ProposalSheet sheet, Wording words) : INeeds
{
    public async Task<INeeds.Waiting> Of(Actor actor, CancellationToken stop) => INeeds.Waiting.These([.. (await sheet.WaitingFor(actor, stop))
        .Select(one => new Need("answer-date", PortalUrls.Order(one.OrderId), words.Say("need.proposed-date", Fact.On(one.ProposedOn)), words.Say("need.of-order", Fact.Of(one.OrderNumber)), one.LapsesAt, one.ProposedAt))]);
}
