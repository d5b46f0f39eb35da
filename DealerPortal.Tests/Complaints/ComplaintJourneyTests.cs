using DealerPortal.Tests.Evidence;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Complaints;

/// <summary>Whole stories through the real actions on a real database.</summary>
public sealed class ComplaintJourneyTests
{
    [Fact]
    public async Task From_the_first_word_over_a_dispute_and_a_second_handling_to_the_closing()
    {
        await using var world = await CaseWorld.Start();
        var id = await world.File();
        Assert.Equal(Shanghai.At("2026-03-06 17:30"), (await world.Case(id)).NextDueAt);

        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));
        await world.Founded(id);
        await world.Approve(await world.Propose(id, "exchange"));
        await world.Done<AnswerWithPlan>(act => act.Run(new(id), world.Agent, default));
        await world.Done<DisputePlan>(act => act.Run(new(id, Guid.CreateVersion7(), "要求退货"), world.Owner, default));
        await world.Approve(await world.Propose(id, "return"));
        await world.Done<AnswerWithPlan>(act => act.Run(new(id), world.Agent, default));
        await world.Done<AgreeToPlan>(act => act.Run(new(id), world.Owner, default));
        await world.Finish(id);
        await world.Done<AskAgain>(act => act.Run(new(id, Guid.CreateVersion7(), "退款没有到"), world.Owner, default));
        Assert.Equal((CaseState.InTriage, 2), ((await world.Case(id)).State, (await world.Case(id)).Round));
        await world.Founded(id);
        await world.Approve(await world.Propose(id, "explanation"));
        await world.Done<AnswerWithPlan>(act => act.Run(new(id), world.Agent, default));
        await world.Done<AgreeToPlan>(act => act.Run(new(id), world.Owner, default));
        await world.Finish(id);
        await world.Done<ConfirmCase>(act => act.Run(new(id), world.Owner, default));
        await world.Done<CloseCase>(act => act.Run(new(id), world.Agent, default));

        var one = await world.Case(id);
        Assert.Equal((CaseState.Closed, 4, 3), (one.State, one.Clocks.Count, one.Plans.Count));
        Assert.All(one.Clocks, clock => Assert.Equal(TimeKept.InTime, clock.Kept));
        Assert.NotNull(one.FollowUpRequestedAt);
        var history = await world.Portal.Db(db => db.History.OrderBy(entry => entry.Number).ToListAsync());
        Assert.All(history, entry => Assert.Equal(entry.Hash, entry.HashOfContent()));
    }

    [Fact]
    public async Task Of_two_who_claim_at_once_one_gets_it_and_the_other_is_told_by_whom()
    {
        await using var world = await CaseWorld.Start();
        var id = await world.File();

        var outcomes = await Task.WhenAll(new[] { world.Agent, world.Other }.Select(actor => Task.Run(() => world.Portal.The<Claim>().Run(new(id), actor, default))));

        Assert.Equal(1, outcomes.Count(outcome => outcome.IsDone));
        var owner = (await world.Case(id)).OwnerName!;
        Assert.Equal(new Refusal("case.claimed-by", null, null, Fact.Of(owner)).ToString(), outcomes.Single(outcome => !outcome.IsDone).Refusal!.ToString());
        Assert.Equal([Fact.Of(owner)], outcomes.Single(outcome => !outcome.IsDone).Refusal!.Facts);
    }

    [Fact]
    public async Task Nothing_is_executed_without_every_consent_and_a_changed_plan_asks_again()
    {
        await using var world = await CaseWorld.Start();
        var id = await world.File();
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));
        await world.Founded(id);
        var first = await world.Propose(id, "exchange");
        Assert.True((await world.Decide(first, 1, world.Supervisor)).IsDone);
        Assert.Equal("case.not-now", (await world.Portal.The<AnswerWithPlan>().Run(new(id), world.Agent, default)).Refusal!.Code);

        var second = await world.Propose(id, "repair");

        Assert.Equal("approval.settled", (await world.Decide(first, 2, world.Manager)).Refusal!.Code);
        Assert.True((await world.Decide(second, 1, world.Supervisor)).IsDone);
        Assert.Equal(CaseState.Approved, (await world.Case(id)).State);
    }

    [Fact]
    public async Task Gold_is_released_by_the_regional_manager_and_carried_out_at_once()
    {
        await using var world = await CaseWorld.Start();
        await world.Portal.Db(db => Task.FromResult(db.TierPeriods.Add(new(Guid.CreateVersion7(), world.Dealer.Id, "gold", new(2026, 1, 1), "test", world.Portal.Clock.Now))));
        var id = await world.File();
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));
        await world.Founded(id);
        await world.Propose(id, "replenish");

        Assert.Equal(Refusal.NotAllowed, (await world.Portal.The<VerifyGold>().Run(new(id, "属实"), world.Supervisor, default)).Refusal);
        await world.Done<VerifyGold>(act => act.Run(new(id, "属实"), world.Manager, default));
        var step = (await world.Case(id)).CurrentPlan!.NextSteps.Single();
        await world.Done<ExecuteStep>(act => act.Run(new(id, step.Id, Cases.Proof), world.Agent, default));

        Assert.Equal(Verdict.Released, (await world.Portal.Db(db => db.ApprovalRequests.SingleAsync())).Consents.Single().Verdict);
    }

    [Fact]
    public async Task The_extension_holds_from_the_directors_consent()
    {
        await using var world = await CaseWorld.Start();
        var id = await world.File();
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));
        Assert.Equal("extension.too-far", (await world.Portal.The<AskForExtension>().Run(new(id, Guid.CreateVersion7(), new(9998, 1, 1), "等检测"), world.Agent, default)).Refusal!.Code);
        await world.Done<AskForExtension>(act => act.Run(new(id, Guid.CreateVersion7(), new(2026, 3, 11), "等检测"), world.Agent, default));
        Assert.Equal(Shanghai.At("2026-03-06 17:30"), (await world.Case(id)).NextDueAt);

        var asked = await world.Portal.Db(db => db.ApprovalRequests.SingleAsync(request => request.Kind == "extension"));
        Assert.True((await world.Decide(asked, 1, world.Director)).IsDone);

        Assert.Equal(Shanghai.At("2026-03-11 17:30"), (await world.Case(id)).NextDueAt);
    }

    [Fact]
    public async Task The_sweep_warns_once_writes_the_crossing_down_and_escalates()
    {
        await using var world = await CaseWorld.Start();
        var id = await world.File();
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));

        foreach (var now in new[] { "2026-03-05 10:00", "2026-03-05 10:01", "2026-03-06 17:30", "2026-03-06 18:00", "2026-03-09 17:30" })
        {
            world.Portal.Clock.Now = Shanghai.At(now);
            await world.Portal.The<ClockSweep>().RunAsOf(world.Portal.Clock.Now, default);
        }

        Assert.Equal([NoticeKind.ClockCrossed, NoticeKind.ClockCrossed, NoticeKind.ClockWarning], await world.Told(world.Agent, kind => kind.ToString().StartsWith("Clock", StringComparison.Ordinal)));
        Assert.Equal([NoticeKind.ClockCrossed], await world.Told(world.Supervisor, kind => kind is NoticeKind.ClockCrossed));
        Assert.Equal([NoticeKind.ClockCrossed], await world.Told(world.Director, kind => kind is NoticeKind.ClockCrossed));
        Assert.Equal(Shanghai.At("2026-03-06 17:30"), (await world.Case(id)).Clock(Complaint.Plan)!.CrossedAt);
    }

    [Fact]
    public async Task Internal_notes_and_the_weighing_of_plans_are_not_the_dealers_to_read()
    {
        await using var world = await CaseWorld.Start();
        var id = await world.File();
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));
        await world.Founded(id);
        await world.Propose(id, "exchange");
        await world.Done<SayInCase>(act => act.Run(new(id, Guid.CreateVersion7(), "客户难缠", IsInternal: true), world.Agent, default));
        await world.Done<SayInCase>(act => act.Run(new(id, Guid.CreateVersion7(), "正在处理"), world.Agent, default));

        var seen = (await world.Portal.The<ComplaintSheet>().For(id, world.Owner, default))!;
        Assert.Equal(["正在处理"], seen.Messages.Select(message => message.Text));
        Assert.Empty(seen.Plans);
        Assert.Empty(seen.Approvals);
        Assert.Equal(2, (await world.Portal.The<ComplaintSheet>().For(id, world.Agent, default))!.Messages.Count);
        Assert.Null(await world.Portal.The<ComplaintSheet>().For(id, world.Stranger, default));
        Assert.Equal(Refusal.NotFound, (await world.Portal.The<SayInCase>().Run(new(id, Guid.CreateVersion7(), "x"), world.Stranger, default)).Refusal);
    }

    [Fact]
    public async Task Filing_twice_is_once_and_what_is_missing_is_said()
    {
        await using var world = await CaseWorld.Start();
        var (id, form) = (Guid.CreateVersion7(), new DraftForm { Family = "gate", Category = "1-1.4", Description = "焊点过大" });
        var file = world.Portal.The<FileComplaint>();

        Assert.Equal("complaint.photos-missing", (await file.Run(new(id, world.Dealer.Id, form), world.Owner, default)).Refusal!.Code);
        Assert.Equal("complaint.category-of-other-goods", (await file.Run(new(id, world.Dealer.Id, form with { Family = "home" }), world.Owner, default)).Refusal!.Code);
        Assert.Equal("complaint.order-missing", (await file.Run(new(id, world.Dealer.Id, form with { Category = "2.2" }), world.Owner, default)).Refusal!.Code);
        Assert.Equal(Refusal.NotAllowed, (await file.Run(new(id, world.Dealer.Id, form), world.Stranger, default)).Refusal);
        var attitude = form with { Family = null, Category = "2.4" };
        await world.Done<KeepComplaintDraft>(act => act.Run(new(id, world.Dealer.Id, attitude), world.Owner, default));
        Assert.True((await file.Run(new(id, world.Dealer.Id, attitude), world.Owner, default)).IsDone);
        Assert.True((await file.Run(new(id, world.Dealer.Id, attitude), world.Owner, default)).IsDone);
        Assert.Equal((1, 0), await world.Portal.Db(async db => (await db.Complaints.CountAsync(), await db.ComplaintDrafts.CountAsync())));
    }

    [Theory]
    [InlineData("home", 1)]
    [InlineData("window-guard", 1)]
    [InlineData("gate", 3)]
    public async Task Three_photos_of_crushed_goods_are_asked_for_of_a_gate_and_one_of_all_others(string family, int needed)
    {
        await using var world = await CaseWorld.Start();
        var (id, form) = (Guid.CreateVersion7(), new DraftForm { Family = family, Category = "1-2.1", Description = "压弯" });
        await world.Done<KeepComplaintDraft>(act => act.Run(new(id, world.Dealer.Id, form), world.Owner, default));
        var file = world.Portal.The<FileComplaint>();

        for (var sent = 0; sent < needed; sent++)
        {
            var refusal = (await file.Run(new(id, world.Dealer.Id, form), world.Owner, default)).Refusal!;
            Assert.Equal(("complaint.photos-missing", $"{needed}", $"{sent}"), (refusal.Code, refusal.Facts[0].Value, refusal.Facts[1].Value));
            await Photograph(world, id, $"{family} {sent}");
        }

        Assert.True((await file.Run(new(id, world.Dealer.Id, form), world.Owner, default)).IsDone);
    }

    private static async Task Photograph(CaseWorld world, Guid draft, string what)
    {
        var picture = Pictures.Png(40, 30, what);
        var upload = (await world.Portal.The<StartUpload>().Run(new(draft, null, PhotoKind.Document, "a.png", picture.Length, PhotoStore.HashOf(picture)), world.Owner, default)).Value!;
        Assert.True((await world.Portal.The<SendPiece>().Run(new(upload.Id, 0, picture), world.Owner, default)).IsDone);
        Assert.True((await world.Portal.The<FinishUpload>().Run(upload.Id, world.Owner, default)).IsDone);
    }
}
