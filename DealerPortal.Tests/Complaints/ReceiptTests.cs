using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Complaints;

/// <summary>Complaints about goods that were received: what a silence has cost, said before and filed accordingly.</summary>
public sealed class ReceiptTests
{
    private static readonly DraftForm Form = new() { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = "焊点过大" };

    [Theory]
    [InlineData("2026-03-02 23:59:59.999", false)]
    [InlineData("2026-03-03 00:00:00", true)]
    public async Task After_the_window_help_is_a_paid_service_whether_or_not_a_sweep_has_run(string now, bool isPaid)
    {
        await using var world = await CaseWorld.Start();
        var pickUp = await PickedUp(world);
        world.Portal.Clock.Now = Shanghai.At(now);
        var (id, form) = (Guid.CreateVersion7(), Form with { PickUpId = pickUp });

        Assert.Equal(isPaid, (await world.Portal.The<FilingSheet>().For(id, world.Dealer.Id, form, world.Agent, default))!.PaidService is not null);
        var first = await world.Portal.The<FileComplaint>().Run(new(id, world.Dealer.Id, form), world.Agent, default);
        Assert.Equal(isPaid ? "complaint.paid-service-first" : null, first.Refusal?.Code);
        Assert.True((await world.Portal.The<FileComplaint>().Run(new(id, world.Dealer.Id, form, KnowsPaidService: true), world.Agent, default)).IsDone);
        Assert.Equal((isPaid, pickUp), ((await world.Case(id)).IsPaidService, (await world.Case(id)).PickUpId));
        if (isPaid) Assert.Equal("三(三)2 备注3", Clause.Parse((await world.Case(id)).PaidServiceClause!).Number);
    }

    [Fact]
    public async Task A_complaint_about_the_staff_costs_nothing_of_it()
    {
        await using var world = await CaseWorld.Start();
        var pickUp = await PickedUp(world);
        world.Portal.Clock.Now = Shanghai.At("2026-03-05 09:00");

        Assert.Null((await world.Portal.The<FilingSheet>().For(Guid.CreateVersion7(), world.Dealer.Id, Form with { PickUpId = pickUp, Category = "2.4" }, world.Agent, default))!.PaidService);
    }

    [Fact]
    public async Task Another_dealers_rejection_is_not_found()
    {
        await using var world = await CaseWorld.Start();
        var rejection = new Rejection(Guid.CreateVersion7(), world.Stranger.DealerId!.Value, null, null, "gate", world.Portal.Clock.Now, isLate: false);
        await world.Portal.Db(db => Task.FromResult(db.Rejections.Add(rejection)));

        Assert.False((await world.Portal.The<FileComplaint>().Run(new(Guid.CreateVersion7(), world.Dealer.Id, Form with { InspectionId = rejection.Id }), world.Agent, default)).IsDone);
    }

    private static async Task<Guid> PickedUp(CaseWorld world)
    {
        var now = world.Portal.Clock.Now;
        var pickUp = new PickUp(Guid.CreateVersion7(), world.Dealer.Id, now, now, []);
        pickUp.Await("gate", 6, new Ruling<Window>(new Window(now, Shanghai.EndOf("03-02")), new("doors-and-windows", "2026-01", "三(三)2 四"), []));
        await world.Portal.Db(db => Task.FromResult(db.PickUps.Add(pickUp)));
        return pickUp.Id;
    }
}
