using System.Text;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Imports;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.TierReviews;
using DealerPortal.Tests.Callbacks;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.TierReviews;

/// <summary>The month's tiers: asked for, proposed, confirmed, and what that does to callbacks.</summary>
public sealed class TierReviewTests
{
    [Fact]
    public async Task The_month_is_asked_for_on_its_first_working_day_and_once()
    {
        await using var world = await CallWorld.Start("2026-04-30 08:00");
        await world.Portal.Dealer("D-tiers");

        // 1 to 5 May 2026 are holidays: the first working day is Wednesday the 6th.
        var asked = new List<int>();
        foreach (var day in new[] { "2026-05-01 08:00", "2026-05-05 08:00", "2026-05-06 08:00", "2026-05-06 08:01", "2026-05-07 08:00" })
            asked.Add((await world.Portal.The<AskForTiers>().RunAsOf(Shanghai.At(day), default)).Changed);

        Assert.Equal([0, 0, 1, 0, 0], asked);
        Assert.Equal([NoticeKind.TierReviewAsked], (await world.Portal.The<NoticeInbox>().For(world.Assistant, false, null, default)).Items.Select(item => item.Kind));
    }

    [Fact]
    public async Task Beside_each_dealer_stand_the_orders_cases_callbacks_and_scores_of_the_last_three_months()
    {
        await using var world = await CallWorld.Start();
        var (dealer, quiet) = (await world.Dealer("D1", "gold"), await world.Dealer("D2", "middle"));
        await world.Portal.Db(db =>
        {
            // Three months back from 1 April is 1 January: the order of the day before is too old.
            foreach (var on in new[] { "2025-12-31", "2026-01-01", "2026-03-30" }) db.Orders.Add(new(Guid.CreateVersion7(), "SO" + on, new(dealer.Id, CallWorld.Date(on), [new(1, "gate", "大门", null, 1)])));
            return Task.FromResult(0);
        });
        await world.Plan();
        world.Portal.Clock.Now = Shanghai.At("2026-03-10 10:00");
        await world.Reached(await world.Open(dealer), 5, 4, 2);
        await world.PlanAt("2026-03-11 07:30");
        Assert.Null((await world.Portal.The<FileComplaint>().Run(new(Guid.CreateVersion7(), dealer.Id, new() { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = "焊点过大" }), world.Supervisor, default)).Refusal);
        world.Portal.Clock.Now = Shanghai.At("2026-04-01 10:00");

        var rows = (await world.Portal.The<TierReviewBoard>().For(new(), world.Assistant, default))!.Rows;

        // Due on 16 and on 24 March, the first of them reached; of three scores 5 and 4 are satisfied ones. The middle dealer's is due on 2 April and not owed yet.
        Assert.Equal((2, 1, 2, 1, 3, 2), (rows[0].Orders, rows[0].Cases, rows[0].Owed, rows[0].Reached, rows[0].Answers, rows[0].Satisfied));
        Assert.Equal((quiet.Id, 0, 0, 0, 0, 0, 0), (rows[1].DealerId, rows[1].Orders, rows[1].Cases, rows[1].Owed, rows[1].Reached, rows[1].Answers, rows[1].Satisfied));
    }

    [Fact]
    public async Task A_proposal_changes_nothing_until_the_director_confirms_it_and_then_the_callbacks_follow_in_the_same_save()
    {
        await using var world = await CallWorld.Start();
        var director = await world.Portal.Person("秦岚", (Role.MarketingDirector, null));
        var (gold, black) = (await world.Dealer("D1", "middle"), await world.Dealer("D2", "gold"));
        await world.Plan();
        world.Portal.Clock.Now = Shanghai.At("2026-03-04 10:00");
        await Propose(world, gold, "gold");
        await Propose(world, black, "blacklist");
        Assert.Equal(["middle", "gold"], (await world.Calls()).OrderBy(call => call.DealerId).Select(call => call.Tier));

        var board = (await world.Portal.The<TierReviewBoard>().For(new(OnlyProposed: true), director, default))!;
        Assert.Equal((CallWorld.Date("2026-04-02"), CallWorld.Date("2026-03-18")), (board.Rows[0].Proposal!.Before!.DueOn, board.Rows[0].Proposal!.After!.DueOn));
        Assert.Null(board.Rows[1].Proposal!.After);
        Assert.Equal(2, (await world.Calls()).Count(call => call.IsOpen));

        var shown = await world.Portal.The<TierProposalList>().Waiting(director, default);
        Assert.Equal(Refusal.NotAllowed, (await world.Portal.The<ConfirmTiers>().Run(new(shown), world.Assistant, default)).Refusal);
        Assert.Null((await world.Portal.The<ConfirmTiers>().Run(new(shown), director, default)).Refusal);
        Assert.Null((await world.Portal.The<ConfirmTiers>().Run(new(shown), director, default)).Refusal);

        // What was shown is what came of it.
        Assert.Equal((board.Rows[0].Proposal!.After!.DueOn, board.Rows[0].Proposal!.After!.PlannedOn), ((await world.Open(gold)).DueOn, (await world.Open(gold)).PlannedOn));
        Assert.Equal(CallbackState.Withdrawn, (await world.Calls()).Single(call => call.DealerId == black.Id).State);
        Assert.Equal(["blacklist", "gold"], await world.Portal.Db(db => db.TierPeriods.Where(period => period.From == CallWorld.Date("2026-03-04")).Select(period => period.Tier).OrderBy(tier => tier).ToListAsync()));
        Assert.Equal(2, await world.Portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.TierSet)));
        var sheet = (await world.Portal.The<DealerSheet>().For(gold.Id, director, default))!;
        Assert.Equal([("gold", "秦岚"), ("middle", "test")], sheet.Tiers.Select(one => (one.Tier, one.SetBy)));
    }

    [Fact]
    public async Task The_director_declines_line_by_line_with_a_reason_and_closes_the_month_with_the_last_one()
    {
        await using var world = await CallWorld.Start();
        var director = await world.Portal.Person("秦岚", (Role.MarketingDirector, null));
        var (one, two) = (await world.Dealer("D1", "middle"), await world.Dealer("D2", "middle"));
        world.Portal.Clock.Now = Shanghai.At("2026-03-03 10:00");
        await world.Portal.The<AskForTiers>().RunAsOf(world.Portal.Clock.Now, default);
        await Propose(world, one, "gold");
        await Propose(world, two, "gold");
        Assert.Null((await world.Portal.The<SubmitTiers>().Run(world.Assistant, default)).Refusal);
        var waiting = (await world.Portal.The<TierReviewBoard>().For(new(OnlyProposed: true), director, default))!.Rows;

        Assert.Equal("tier.reason-missing", (await Decline(waiting[0], "")).Refusal!.Code);
        Assert.Null((await Decline(waiting[0], "订单太少")).Refusal);
        Assert.Null((await world.Portal.The<ConfirmTiers>().Run(new([new(waiting[1].Proposal!.Id, "gold")]), director, default)).Refusal);

        var view = (await world.Portal.The<TierReviewBoard>().For(new(), director, default))!;
        Assert.NotNull(view.Review!.ClosedAt);
        Assert.Equal(["middle", "gold"], view.Rows.Select(row => row.Tier));
        Assert.Contains(NoticeKind.TiersDeclined, (await world.Portal.The<NoticeInbox>().For(world.Assistant, false, null, default)).Items.Select(item => item.Kind));

        Task<Outcome> Decline(TierReviewBoard.Row row, string reason) => world.Portal.The<DeclineTier>().Run(new(row.Proposal!.Id, reason), director, default);
    }

    [Fact]
    public async Task A_second_change_of_the_same_day_holds_from_the_next()
    {
        await using var world = await CallWorld.Start();
        var director = await world.Portal.Person("秦岚", (Role.MarketingDirector, null));
        var dealer = await world.Dealer("D1", "gold");
        await world.Plan();

        await Propose(world, dealer, "blacklist");
        Assert.Null((await world.Portal.The<ConfirmTiers>().Run(new(await world.Portal.The<TierProposalList>().Waiting(director, default)), director, default)).Refusal);
        Assert.True((await world.Open(dealer)).IsOpen);

        await world.PlanAt("2026-03-03 07:30");
        Assert.Equal(CallbackState.Withdrawn, (await world.Calls()).Single().State);
    }

    [Fact]
    public async Task What_changed_after_it_was_shown_is_not_confirmed_unseen_and_the_present_tier_takes_a_proposal_back()
    {
        await using var world = await CallWorld.Start();
        var director = await world.Portal.Person("秦岚", (Role.MarketingDirector, null));
        var dealer = await world.Dealer("D1", "middle");
        await Propose(world, dealer, "gold");
        var shown = await world.Portal.The<TierProposalList>().Waiting(director, default);

        await Propose(world, dealer, "blacklist");
        Assert.Equal("tier.changed-meanwhile", (await world.Portal.The<ConfirmTiers>().Run(new(shown), director, default)).Refusal!.Code);
        await Propose(world, dealer, "middle");

        Assert.Empty(await world.Portal.The<TierProposalList>().Waiting(director, default));
        Assert.Equal("tier.unknown", (await world.Portal.The<ProposeTier>().Run(new(dealer.Id, "platinum"), world.Assistant, default)).Refusal!.Code);
        Assert.Equal(Refusal.NotAllowed, (await world.Portal.The<ProposeTier>().Run(new(dealer.Id, "gold"), director, default)).Refusal);
        Assert.Null(await world.Portal.The<TierReviewBoard>().For(new(), await world.Portal.DealerOwner(dealer), default));
    }

    [Fact]
    public async Task A_list_comes_in_as_proposals_and_only_from_the_service_assistant()
    {
        await using var world = await CallWorld.Start();
        var follower = await world.Portal.Person("杨光", (Role.OrderFollowUp, null));
        await world.Dealer("D1", "middle");
        await world.Dealer("D2", "gold");
        const string file = "dealer_code,tier,note\nD1,金牌,订单多\nD2,gold,\nD3,gold,\nD2x,platinum,\n";

        var id = await Receive(file);
        Assert.Equal(Refusal.NotAllowed, (await world.Portal.The<CheckImport>().Run(id, follower, null, default)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await world.Portal.The<ApplyImport>().Run(id, follower, default)).Refusal);
        var check = (await world.Portal.The<CheckImport>().Run(id, world.Assistant, null, default)).Value!;
        Assert.Equal(new Tally(Added: 1, Unchanged: 1, Refused: 2), check.Count);
        Assert.Equal(["import.dealer-unknown", "import.tier-unknown"], check.Problems.Select(problem => problem.Why.Code).Order());
        Assert.Null((await world.Portal.The<ApplyImport>().Run(id, world.Assistant, default)).Refusal);

        var proposal = await world.Portal.Db(db => db.TierProposals.SingleAsync());
        Assert.Equal(("gold", "订单多", "韩梅"), (proposal.Tier, proposal.Note, proposal.ProposedBy));
        Assert.Equal(2, await world.Portal.Db(db => db.TierPeriods.CountAsync()));

        async Task<Guid> Receive(string text)
        {
            var run = Guid.CreateVersion7();
            using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
            Assert.Null((await world.Portal.The<ReceiveImport>().Run(new(run, "tiers.csv", content), world.Assistant, default)).Refusal);
            return run;
        }
    }

    private static async Task Propose(CallWorld world, Dealer dealer, string tier) =>
        Assert.Null((await world.Portal.The<ProposeTier>().Run(new(dealer.Id, tier), world.Assistant, default)).Refusal);
}
