using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Callbacks;

/// <summary>A month made by hand, small enough to be worked out with a pencil.</summary>
public sealed class CallbackFiguresTests
{
    [Fact]
    public async Task A_hand_made_march()
    {
        await using var world = await CallWorld.Start();
        // Four gold dealers since 2 March: a callback is due by the 16th for each of them. Two middle dealers since then: theirs is due on 2 April, and no business of March.
        var gold = new[] { await world.Dealer("G1", "gold"), await world.Dealer("G2", "gold"), await world.Dealer("G3", "gold"), await world.Dealer("G4", "gold") };
        await world.Dealer("M1", "middle");
        await world.Dealer("M2", "middle");
        await world.Plan();

        // On Tuesday the 10th G1 gives 5, 4 and 3, G2 gives 5, 5 and 5; G3 declines; nobody answers at G4.
        world.Portal.Clock.Now = Shanghai.At("2026-03-10 10:00");
        await world.Reached(await world.Open(gold[0]), 5, 4, 3);
        Assert.Null((await world.Record(await world.Open(gold[1]), CallOutcome.Reached, request => request with { Talk = CallWorld.Talk([5, 5, 5]) }, world.Second)).Refusal);
        await world.Record(await world.Open(gold[2]), CallOutcome.Refused);
        await world.Record(await world.Open(gold[3]), CallOutcome.NotReached);
        // The next ones of G1, G2 and G3 are due two weeks after the 10th, on the 24th.
        await world.PlanAt("2026-03-11 07:30");

        // Owed in March: four by the 16th and three by the 24th, seven. Reached: two. Still to be called: G4, G1, G2 and G3, four.
        // Gold asks for all seven, so five more; but only four can still be called: out of reach, because G3's refusal is lost.
        // Scores: six, of which five are 4 or 5. 5 of 6 is 83.3 %; with x more satisfied ones (5 + x) of (6 + x) is at least 93 % from x = 9: 14 of 15 is 93.3 %, 13 of 14 only 92.8 %.
        var march = (await Figures(world, new(CallWorld.Date("2026-03-01"))))!;
        var tier = march.Tiers[0];
        Assert.Equal(("gold", new Gauge(2, 7, 100, 4), new Gauge(5, 6, 93, null)), (tier.Tier, tier.Coverage, tier.Satisfaction));
        Assert.Equal((285, null, 833, 9), (tier.Coverage.PerMille!.Value, tier.Coverage.StillNeeded, tier.Satisfaction.PerMille!.Value, tier.Satisfaction.MoreInARow!.Value));
        Assert.Equal(new Gauge(0, 0, 98, 0), march.Tiers[1].Coverage);

        // April owes the two middle dealers; 98 % of two is two.
        var april = (await Figures(world, new(CallWorld.Date("2026-04-01"))))!.Tiers[1];
        Assert.Equal((new Gauge(0, 2, 98, 2), 2), (april.Coverage, april.Coverage.StillNeeded!.Value));

        // By assistant: 李雷 reached one of his, whatever the planner gave him.
        var second = (await Figures(world, new(CallWorld.Date("2026-03-01"), 1, world.Second.UserId)))!;
        Assert.Equal((1, 3, 3), (second.Tiers[0].Coverage.Part, second.Tiers[0].Satisfaction.Part, second.Tiers[0].Satisfaction.Whole));
    }

    [Fact]
    public async Task Behind_every_number_stand_exactly_as_many_callbacks()
    {
        await using var world = await CallWorld.Start();
        for (var i = 0; i < 9; i++) await world.Dealer($"G{i}", "gold");
        await world.Plan();
        world.Portal.Clock.Now = Shanghai.At("2026-03-10 10:00");
        foreach (var (call, i) in (await world.Calls()).Select((call, i) => (call, i)).Take(6))
            if (i < 5) await world.Reached(call, 5, i + 1);
            else await world.Record(call, CallOutcome.Refused);

        var march = new CallbackFigures.Question(CallWorld.Date("2026-03-15"));
        var gauge = (await Figures(world, march))!.Tiers[0];

        Assert.Equal(gauge.Coverage.Whole, await Behind(CallbackFigureList.Number.Owed));
        Assert.Equal(gauge.Coverage.Part, await Behind(CallbackFigureList.Number.Reached));
        Assert.Equal(gauge.Coverage.Whole - gauge.Coverage.Part, await Behind(CallbackFigureList.Number.NotReached));
        Assert.Equal(5, await Behind(CallbackFigureList.Number.Answered));
        Assert.Equal(3, await Behind(CallbackFigureList.Number.Dissatisfied));

        async Task<int> Behind(CallbackFigureList.Number number)
        {
            var list = (await world.Portal.The<CallbackFigureList>().For(march, number, "gold", null, world.Supervisor, default))!;
            Assert.Equal(list.Count, list.Rows.Count);
            return list.Count;
        }
    }

    [Fact]
    public async Task A_region_s_manager_sees_his_region_and_a_dealer_nothing()
    {
        await using var world = await CallWorld.Start();
        await world.Dealer("N1", "gold");
        var south = await world.Dealer("S1", "gold", region: "south");
        await world.Plan();
        var (manager, owner) = (await world.Portal.Person("卫东", (Role.RegionalManager, "south")), await world.Portal.DealerOwner(south));

        Assert.Equal(1, (await world.Portal.The<CallbackFigures>().For(new(), manager, default))!.Tiers[0].Coverage.Whole);
        Assert.Null(await world.Portal.The<CallbackFigures>().For(new(), owner, default));
        Assert.Null(await world.Portal.The<CallbackList>().For(new(), owner, default));
        Assert.Null(await world.Portal.The<CallbackSheet>().For((await world.Open(south)).Id, owner, default));
    }

    [Theory]
    [InlineData(49, 50, 98, 1, 0)]
    [InlineData(48, 50, 98, 5, 1)]
    [InlineData(0, 1, 100, 1, 1)]
    public void What_is_still_needed_of_what_is_owed(int part, int whole, int target, int open, int needed) => Assert.Equal(needed, new Gauge(part, whole, target, open).StillNeeded);

    private static Task<CallbackFigures.View?> Figures(CallWorld world, CallbackFigures.Question question) => world.Portal.The<CallbackFigures>().For(question, world.Supervisor, default);
}
