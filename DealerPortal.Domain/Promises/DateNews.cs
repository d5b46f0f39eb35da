using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Promises;

/// <summary>Who hears of a proposed date and of the word on it.</summary>
internal static class DateNews
{
    public static async Task Asked(PortalDb db, Promise promise, Guid proposal, DateProposal.Terms terms, Instant now, CancellationToken stop)
    {
        await Announce(db, promise.Id, promise.DealerId, stop);
        await db.TellDealer(promise.DealerId, new($"date/{proposal:N}", NoticeKind.DateProposed, promise.Id, $"/orders/{promise.Id}", terms.LapsesAt,
            Fact.Of(promise.Number), Fact.On(terms.StandardOn), Fact.On(terms.ProposedOn)), now, stop);
    }

    public static Task Reminded(PortalDb db, DateProposal proposal, Instant now, CancellationToken stop) =>
        db.TellDealer(proposal.DealerId, new($"date/{proposal.Id:N}/{proposal.NextReminderAt!.Value.ToUnixTimeSeconds()}", NoticeKind.DateReminder, proposal.OrderId, $"/orders/{proposal.OrderId}", proposal.LapsesAt,
            Fact.Of(proposal.OrderNumber), Fact.On(proposal.StandardOn), Fact.On(proposal.ProposedOn)), now, stop);

    public static async Task Answered(PortalDb db, Promise promise, DateProposal proposal, Instant now, CancellationToken stop)
    {
        var region = await Announce(db, promise.Id, promise.DealerId, stop);
        await db.TellRole(Role.OrderFollowUp, region, new($"date/{proposal.Id:N}/answer", NoticeKind.DateAnswered, promise.Id, $"/orders/{promise.Id}", null,
            Fact.Of(promise.Number), Fact.Word($"date-answer.{proposal.Answer}"), Fact.On(proposal.ProposedOn)), now, stop);
    }

    private static async Task<string> Announce(PortalDb db, Guid order, Guid dealer, CancellationToken stop)
    {
        var region = await db.Dealers.Where(one => one.Id == dealer).Select(one => one.Region).SingleAsync(stop);
        db.Announce(Topics.Order(order));
        db.Announce(Topics.Dealer(dealer));
        db.Announce(Topics.Region(region));
        db.Announce(Topics.Staff);
        return region;
    }
}
