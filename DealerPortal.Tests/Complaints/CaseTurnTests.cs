using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Isolation;
using DealerPortal.Tests.Support;
using Ask = DealerPortal.Domain.Complaints.CaseTurnList.Ask;

namespace DealerPortal.Tests.Complaints;

/// <summary>Which cases stand on whose start page, and as what.</summary>
public sealed class CaseTurnTests
{
    [Fact]
    public async Task Each_case_waits_for_whoever_has_the_next_word()
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var scene = await Scene.Lay(portal);
        var production = await portal.Person("生产", (Role.ProductionHead, null));

        Assert.Equal([Ask.Wait, Ask.Wait], await Asks(portal, scene.Agent));
        Assert.Equal(1, (await Asks(portal, scene.Owner)).Count(ask => ask is Ask.Answer));
        Assert.Contains(Ask.Inquiry, await Asks(portal, production));
        Assert.Empty(await Asks(portal, scene.Stranger));
        Assert.Empty(await Asks(portal, scene.South));
    }

    [Fact]
    public async Task One_s_own_case_that_is_late_waits_for_its_owner_whoever_s_turn_it_is()
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var scene = await Scene.Lay(portal);

        portal.Clock.Now = Shanghai.At("2026-04-30 09:00");

        Assert.Contains(Ask.Handle, await Asks(portal, scene.Agent));
        Assert.True(await portal.The<CaseTurnList>().Count(scene.Agent, default) > 0);
    }

    [Fact]
    public async Task What_nobody_has_taken_up_is_after_sales_to_claim_and_nobody_else_s()
    {
        await using var portal = await Portal.Start("2026-03-02 09:10");
        var scene = await Scene.Lay(portal);
        var form = new DraftForm { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = "缺件" };
        Assert.Null((await portal.The<FileComplaint>().Run(new(Guid.CreateVersion7(), scene.Ids["dealer"], form), scene.Agent, default)).Refusal);
        var director = await portal.Person("总监", (Role.MarketingDirector, null));

        Assert.Contains(Ask.Claim, await Asks(portal, scene.Agent));
        Assert.Equal(1, (await portal.The<CaseTurnList>().For(scene.Agent, default)).Unclaimed);
        Assert.Equal(1, await portal.The<CaseTurnList>().Count(scene.Agent, default));
        Assert.DoesNotContain(Ask.Claim, await Asks(portal, director));
        Assert.Equal(0, await portal.The<CaseTurnList>().Count(director, default));
        Assert.Equal(0, await portal.The<CaseTurnList>().Count(scene.Owner, default));
    }

    private static async Task<List<Ask>> Asks(Portal portal, Actor actor) => [.. (await portal.The<CaseTurnList>().For(actor, default)).Rows.Select(row => row.Ask)];
}
