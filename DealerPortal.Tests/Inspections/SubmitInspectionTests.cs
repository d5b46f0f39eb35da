using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Inspections;
using DealerPortal.Domain.Notices;
using DealerPortal.Tests.Deliveries;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Inspections;

public sealed class SubmitInspectionTests
{
    [Fact]
    public async Task What_is_all_there_and_sound_is_signed_and_reaches_the_regions_business_assistant()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var id = await world.PickedUp(("window-guard", 8));
        var (inspection, findings) = await world.Drafted(id, "window-guard");

        var verdict = await world.Submit(inspection, findings);

        Assert.Equal(Verdict.Passed, verdict.Value);
        Assert.Equal(LineAnswer.Accepted, (await portal.The<PickUpSheet>().For(id, world.Dealer, default))!.Lines[0].Answer);
        Assert.Equal(inspection, Assert.Single((await portal.The<SignedOrderList>().For(world.Assistant, null, default)).Rows).InspectionId);
        Assert.Equal(1, await portal.Db(db => db.Notices.CountAsync(notice => notice.UserId == world.Assistant.UserId && notice.Kind == NoticeKind.SignedOutboundOrder)));
        Assert.Empty((await portal.The<SignedOrderList>().For(world.SouthDispatcher, null, default)).Rows);
    }

    [Fact]
    public async Task A_spot_needs_its_photos_and_the_same_photo_twice_counts_once()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var id = await world.PickedUp(("window-guard", 8));
        var (inspection, findings) = await world.Drafted(id, "window-guard");
        findings.Spots.Add(new() { What = "左侧立柱压弯" });
        findings.Description = "运输压弯";

        var without = await world.Submit(inspection, findings);
        await world.Photograph(inspection, findings.Spots[0].Id, PhotoKind.Spot, 1, 1);
        var with = await world.Submit(inspection, findings);

        Assert.Equal("inspection.photos-missing", without.Refusal?.Code);
        Assert.Equal(["n:1", "n:1", "n:0"], without.Refusal!.Facts.Select(fact => fact.Text));
        Assert.Equal(Verdict.Rejected, with.Value);
        Assert.Single((await portal.The<RejectionBoard>().For(world.Dispatcher, default)).Waiting);
        Assert.Empty((await portal.The<RejectionBoard>().For(world.SouthDispatcher, default)).Waiting);
    }

    [Fact]
    public async Task A_gates_spot_takes_three_different_photos_of_which_one_shows_the_packing_and_words()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var shipment = await world.Shipped(("gate", 2));
        var look = (await portal.The<BeginInspection>().Run(new("gate", ShipmentId: shipment), world.Dealer, default)).Value;
        await world.Submit(look, new() { PackingBroken = false, SignedBy = "王", Signature = "M1 1 L2 2" });
        var pickUp = Guid.CreateVersion7();
        await portal.The<RecordPickUp>().Run(new(pickUp, [shipment]), world.Dealer, default);
        var (inspection, findings) = await world.Drafted(pickUp, "gate");
        findings.Spots.Add(new() { What = "门扇磕碰" });
        async Task<string?> Code() => (await world.Submit(inspection, findings)).Refusal?.Code;

        await world.Photograph(inspection, findings.Spots[0].Id, PhotoKind.Spot, 1, 2);
        Assert.Equal("inspection.photos-missing", await Code());
        await world.Photograph(inspection, findings.Spots[0].Id, PhotoKind.Spot, 3);
        Assert.Equal("inspection.packing-photo-missing", await Code());
        await world.Photograph(inspection, null, PhotoKind.Packing, 4);
        Assert.Equal("inspection.description-missing", await Code());
        findings.Description = "门扇左下角磕碰，约 3 厘米";
        Assert.Null(await Code());
    }

    [Fact]
    public async Task Severely_damaged_gates_stay_at_the_depot_with_photos_and_the_freight_companys_name_and_phone()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var shipment = await world.Shipped(("gate", 2));
        var look = (await portal.The<BeginInspection>().Run(new("gate", ShipmentId: shipment), world.Dealer, default)).Value;
        var findings = new Findings { PackingBroken = true, RefuseGoods = true, SignedBy = "王", Signature = "M1 1 L2 2", Description = "外包装破裂，门框变形", Spots = [new() { What = "门框变形" }] };
        async Task<string?> Code() => (await world.Submit(look, findings)).Refusal?.Code;
        await world.Photograph(look, findings.Spots[0].Id, PhotoKind.Spot, 1, 2, 3);

        Assert.Equal("inspection.refusal-needs-severe", await Code());
        findings.Spots[0].IsSevere = true;
        Assert.Equal("inspection.freight-company-missing", await Code());
        findings.FreightCompany = "顺达物流";
        Assert.Equal("inspection.freight-phone-missing", await Code());
        findings.FreightPhone = "0531-88880000";
        Assert.Null(await Code());

        Assert.True(Assert.Single((await portal.The<RejectionBoard>().For(world.Dispatcher, default)).Waiting).IsAtDepot);
        Assert.Equal("pick-up.refused-already", (await portal.The<RecordPickUp>().Run(new(Guid.CreateVersion7(), [shipment]), world.Dealer, default)).Refusal?.Code);
        Assert.Empty(await portal.The<ArrivalList>().For(world.Dealer, default));
    }

    [Fact]
    public async Task Tubes_are_weighed_and_a_short_count_or_weight_is_a_rejection()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var (inspection, findings) = await world.Drafted(await world.PickedUp(("color-tube", 120)), "color-tube");
        findings.Items[0].Weight = null;

        Assert.Equal("inspection.weight-missing", (await world.Submit(inspection, findings)).Refusal?.Code);
        findings.Items[0].Weight = 88.25m;
        findings.Items[0].WeightShort = true;
        Assert.Equal(Verdict.Rejected, (await world.Submit(inspection, findings)).Value);
    }

    [Fact]
    public async Task Nothing_is_submitted_uncounted_unsigned_or_with_a_signature_that_is_no_drawing()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var (inspection, findings) = await world.Drafted(await world.PickedUp(("tool", 5)), "tool");
        async Task<string?> Code(Action<Findings> spoil)
        {
            var spoilt = Findings.Read(findings.Write());
            spoil(spoilt);
            return (await world.Submit(inspection, spoilt)).Refusal?.Code;
        }

        Assert.Equal("inspection.not-counted", await Code(f => f.Items.Clear()));
        Assert.Equal("inspection.count-impossible", await Code(f => f.Items[0].Counted = -1));
        Assert.Equal("inspection.name-missing", await Code(f => f.SignedBy = " "));
        Assert.Equal("inspection.signature-missing", await Code(f => f.Signature = ""));
        Assert.Equal("inspection.signature-missing", await Code(f => f.Signature = "M1 1 L2 2\"/><script>alert(1)</script>"));
        Assert.Equal("inspection.text-too-long", await Code(f => f.Description = new string('长', 2001)));
    }

    [Fact]
    public async Task Submitting_twice_at_once_is_one_word_and_drafts_end_with_it()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var (inspection, findings) = await world.Drafted(await world.PickedUp(("tool", 5)), "tool");

        var both = await Task.WhenAll(world.Submit(inspection, findings), world.Submit(inspection, findings));

        Assert.All(both, verdict => Assert.Equal(Verdict.Passed, verdict.Value));
        Assert.Equal(1, await portal.Db(db => db.History.CountAsync(entry => entry.What == Domain.History.Happening.LineAccepted)));
        Assert.Equal("inspection.submitted-already", (await portal.The<KeepDraft>().Run(new(inspection, findings, 0), world.Dealer, default)).Refusal?.Code);
    }

    [Fact]
    public async Task A_draft_is_one_for_all_people_of_the_dealer_and_is_still_there_the_next_day()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var pickUp = await world.PickedUp(("tool", 5));
        var (inspection, findings) = await world.Drafted(pickUp, "tool");
        findings.Description = "半路断网";
        await portal.The<KeepDraft>().Run(new(inspection, findings, 0), world.Dealer, default);

        var again = await portal.The<BeginInspection>().Run(new("tool", PickUpId: pickUp), world.Dealer with { From = "another phone" }, default);

        Assert.Equal(inspection, again.Value);
        Assert.Equal("半路断网", (await portal.The<InspectionSheet>().For(inspection, world.Dealer, default))!.Findings.Description);
    }

    [Fact]
    public async Task Two_phones_of_one_dealer_do_not_write_over_each_other_unseen()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var (inspection, findings) = await world.Drafted(await world.PickedUp(("tool", 5)), "tool");
        Task<Domain.Outcome<int>> Keep(string text, int known)
        {
            findings.Description = text;
            return portal.The<KeepDraft>().Run(new(inspection, findings, known), world.Dealer, default);
        }

        Assert.Equal(1, (await Keep("一号手机", 0)).Value);
        Assert.Equal(1, (await Keep("一号手机", 0)).Value);
        Assert.Equal("inspection.draft-changed-elsewhere", (await Keep("二号手机", 0)).Refusal?.Code);
        Assert.Equal(2, (await Keep("二号手机", 1)).Value);
    }

    [Fact]
    public async Task Another_dealer_finds_nothing_and_staff_see_only_what_was_submitted()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var pickUp = await world.PickedUp(("tool", 5));
        var (inspection, findings) = await world.Drafted(pickUp, "tool");

        Assert.Null(await portal.The<InspectionSheet>().For(inspection, world.OtherDealer, default));
        Assert.Null(await portal.The<InspectionSheet>().For(inspection, world.Assistant, default));
        foreach (var actor in new[] { world.OtherDealer, world.Assistant })
        {
            Assert.Equal("not-found", (await world.Submit(inspection, findings, actor)).Refusal?.Code);
            Assert.Equal("not-found", (await portal.The<KeepDraft>().Run(new(inspection, findings, 0), actor, default)).Refusal?.Code);
            Assert.Equal("not-found", (await portal.The<BeginInspection>().Run(new("tool", PickUpId: pickUp), actor, default)).Refusal?.Code);
        }
        await world.Submit(inspection, findings);
        Assert.NotNull(await portal.The<InspectionSheet>().For(inspection, world.Assistant, default));
        Assert.Null(await portal.The<InspectionSheet>().For(inspection, world.SouthDispatcher, default));
        Assert.Null(await portal.The<PickUpSheet>().For(pickUp, world.OtherDealer, default));
        Assert.Empty((await portal.The<PickUpList>().For(world.OtherDealer, null, default)).Rows);
        Assert.Empty((await portal.The<PickUpBoard>().For(world.OtherDealer, null, default)).Rows);
    }

    [Fact]
    public async Task The_first_dispatcher_to_acknowledge_stays_named_and_the_dealer_is_told()
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        var (inspection, findings) = await world.Drafted(await world.PickedUp(("tool", 5)), "tool");
        findings.Items[0].Counted = 4;
        await world.Submit(inspection, findings);
        Task<Domain.Outcome> By(Domain.Accounts.Actor actor) => portal.The<AcknowledgeRejection>().Run(new(inspection), actor, default);

        Assert.Equal("not-found", (await By(world.SouthDispatcher)).Refusal?.Code);
        Assert.Equal("not-allowed", (await By(world.Assistant)).Refusal?.Code);
        Assert.True((await By(world.Dispatcher)).IsDone);
        Assert.True((await By(world.Dispatcher with { Name = "second" })).IsDone);

        Assert.Equal("dispatcher", Assert.Single((await portal.The<RejectionBoard>().For(world.Dispatcher, default)).Done).AcknowledgedBy);
        Assert.Equal(1, await portal.Db(db => db.Notices.CountAsync(notice => notice.UserId == world.Dealer.UserId && notice.Kind == NoticeKind.RejectionAcknowledged)));
    }
}
