using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Approvals;

public sealed class ApprovalTests
{
    private static readonly Role[] Chain = [Role.AfterSalesSupervisor, Role.RegionalManager];

    private sealed record World(Portal Portal, Dealer Dealer, Actor Agent, Actor Supervisor, Actor North, Actor South, Question Question, Guid Id) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Portal.DisposeAsync();

        public Task<Outcome> Say(Actor actor, int place, bool consents = true, string? hash = null, string? note = "ok") =>
            Portal.The<Decide>().Run(new(Id, place, hash ?? Question.Hash, consents, note), actor, default);

        public Task<ApprovalRequest> Now() => Portal.Db(db => db.ApprovalRequests.SingleAsync(request => request.Id == Id));
    }

    private static async Task<World> Asked()
    {
        var portal = await Portal.Start();
        var dealer = await portal.Dealer("D1");
        var agent = await portal.Person("小李", (Role.AfterSalesAgent, null));
        var world = new World(portal, dealer, agent, await portal.Person("王主管", (Role.AfterSalesSupervisor, null)),
            await portal.Person("北区", (Role.RegionalManager, "north")), await portal.Person("南区", (Role.RegionalManager, "south")),
            new("question", Guid.CreateVersion7(), dealer.Id, "north", "/cases/1", new Clause("p", "2026-01", "三(五)6"), [new("plan.remedy", Fact.Word("remedy.exchange"))]), Guid.CreateVersion7());
        await portal.The<PortalWork>().Do(agent, async db =>
        {
            await db.Ask(new(world.Id, world.Question, Chain, agent, portal.Clock.Now, null), portal.Clock.Now, default);
            return Outcome.Done;
        }, default);
        return world;
    }

    [Fact]
    public async Task It_is_granted_when_every_link_consented_in_order()
    {
        await using var world = await Asked();

        Assert.Equal("approval.not-your-turn", (await world.Say(world.North, 2)).Refusal!.Code);
        Assert.True((await world.Say(world.Supervisor, 1)).IsDone);
        Assert.False((await world.Now()).IsGranted);
        Assert.True((await world.Say(world.North, 2)).IsDone);

        var request = await world.Now();
        Assert.True(request.IsGranted);
        Assert.Null(request.WaitsFor);
        Assert.Equal(["王主管", "北区"], request.Consents.OrderBy(consent => consent.Place).Select(consent => consent.ByName));
    }

    [Fact]
    public async Task Another_region_and_strangers_do_not_even_find_it()
    {
        await using var world = await Asked();
        await world.Say(world.Supervisor, 1);

        Assert.Equal(Refusal.NotFound, (await world.Say(world.South, 2)).Refusal);
        Assert.Equal(Refusal.NotFound, (await world.Say(await world.Portal.DealerOwner(world.Dealer), 2)).Refusal);
        Assert.Empty((await world.Portal.The<MyApprovals>().For(world.South, default)).Waiting);
        Assert.Single((await world.Portal.The<MyApprovals>().For(world.North, default)).Waiting);
    }

    [Fact]
    public async Task A_consent_is_bound_to_what_was_shown()
    {
        await using var world = await Asked();
        var changed = world.Question with { Shown = [new("plan.remedy", Fact.Word("remedy.compensation"))] };

        Assert.NotEqual(world.Question.Hash, changed.Hash);
        Assert.Equal("approval.not-what-was-shown", (await world.Say(world.Supervisor, 1, hash: changed.Hash)).Refusal!.Code);
    }

    [Fact]
    public async Task A_double_tap_is_once_and_a_second_thought_is_refused()
    {
        await using var world = await Asked();

        Assert.True((await world.Say(world.Supervisor, 1)).IsDone);
        Assert.True((await world.Say(world.Supervisor, 1)).IsDone);
        Assert.Equal("approval.not-your-turn", (await world.Say(world.Supervisor, 1, consents: false)).Refusal!.Code);
        Assert.Equal(1, await world.Portal.Db(db => db.History.CountAsync(entry => entry.What == Domain.History.Happening.ApprovalGiven)));
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_ends_the_chain()
    {
        await using var world = await Asked();

        Assert.Equal("approval.reason-missing", (await world.Say(world.Supervisor, 1, consents: false, note: " ")).Refusal!.Code);
        Assert.True((await world.Say(world.Supervisor, 1, consents: false, note: "太贵")).IsDone);
        Assert.Equal(Verdict.Refused, (await world.Now()).Result);
        Assert.Equal("approval.settled", (await world.Say(world.North, 2)).Refusal!.Code);
    }

    [Fact]
    public async Task Who_asks_does_not_approve()
    {
        await using var world = await Asked();
        var both = world.Agent with { Roles = new HashSet<Role> { Role.AfterSalesAgent, Role.AfterSalesSupervisor } };

        Assert.Equal("approval.own-question", (await world.Say(both, 1)).Refusal!.Code);
    }

    [Fact]
    public async Task A_substitute_decides_while_the_person_is_away_and_not_a_tick_longer()
    {
        await using var world = await Asked();
        var (now, absent) = (world.Portal.Clock.Now, world.Supervisor);
        var away = new DeclareAbsence.Request(Guid.CreateVersion7(), absent.UserId!.Value, world.South.UserId!.Value, now, now + Duration.FromDays(2));
        Assert.True((await world.Portal.The<DeclareAbsence>().Run(away, absent, default)).IsDone);
        Assert.Equal(Refusal.NotAllowed, (await world.Portal.The<DeclareAbsence>().Run(away with { Id = Guid.CreateVersion7() }, world.South, default)).Refusal);

        world.Portal.Clock.Now = now + Duration.FromDays(2);
        Assert.False((await world.Say(world.South with { Regions = new HashSet<string>() }, 1)).IsDone);
        world.Portal.Clock.Now -= Duration.FromTicks(10);
        Assert.True((await world.Say(world.South with { Regions = new HashSet<string>() }, 1)).IsDone);
        Assert.Equal("王主管", (await world.Now()).Consents.Single(consent => consent.Place == 1).InPlaceOf);
    }

    [Fact]
    public async Task The_next_link_is_told_and_at_the_end_who_asked()
    {
        await using var world = await Asked();
        async Task<IEnumerable<NoticeKind>> Told(Actor actor) => (await world.Portal.The<NoticeInbox>().For(actor, false, null, default)).Items.Select(item => item.Kind);

        Assert.Equal([NoticeKind.ApprovalAsked], await Told(world.Supervisor));
        Assert.Empty(await Told(world.North));
        await world.Say(world.Supervisor, 1);
        Assert.Equal([NoticeKind.ApprovalAsked], await Told(world.North));
        await world.Say(world.North, 2);
        Assert.Equal([NoticeKind.ApprovalSettled], await Told(world.Agent));
        Assert.Empty(await Told(world.South));
    }
}
