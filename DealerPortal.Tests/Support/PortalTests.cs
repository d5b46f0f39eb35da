using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Support;

public sealed class PortalTests
{
    [Fact]
    public async Task A_change_and_its_history_are_saved_together_and_chained()
    {
        await using var portal = await Portal.Start();

        for (var i = 1; i <= 3; i++)
        {
            var dealer = new Dealer(Guid.CreateVersion7(), $"D{i}", "华北一店", "north", portal.Clock.Now);
            var outcome = await portal.The<PortalWork>().Do(Actor.System("test"), db =>
            {
                db.Dealers.Add(dealer);
                db.Note(new(Happening.DealerAdded, dealer.Id, dealer.Id, null, Fact.Of(dealer.Name)));
                return Task.FromResult(Outcome.Done);
            }, default);
            Assert.True(outcome.IsDone);
        }

        var entries = await portal.Db(db => db.History.OrderBy(entry => entry.Number).ToListAsync());
        Assert.Equal([1, 2, 3], entries.Select(entry => entry.Number));
        Assert.All(entries, entry => Assert.Equal(entry.Hash, entry.HashOfContent()));
        Assert.Equal(entries[0].Hash, entries[1].PreviousHash);
    }

    [Fact]
    public async Task The_same_dealer_code_twice_is_met_once_and_then_refused()
    {
        await using var portal = await Portal.Start();
        Task<Outcome> Add() => portal.The<PortalWork>().Do(Actor.System("test"), db =>
        {
            db.Dealers.Add(new Dealer(Guid.CreateVersion7(), "D1", "华北一店", "north", portal.Clock.Now));
            return Task.FromResult(Outcome.Done);
        }, default);

        Assert.True((await Add()).IsDone);
        Assert.Equal(Refusal.ChangedMeanwhile, (await Add()).Refusal);
    }
}
