using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Hotline;
using DealerPortal.Domain.Inspections;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Promises;
using DealerPortal.Domain.Settlements;
using DealerPortal.Tests.Complaints;
using DealerPortal.Tests.Deliveries;
using DealerPortal.Tests.Evidence;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Isolation;

/// <summary>A dealer of the north with a delivery and a complaint in the middle of everything, and two people who have no business with either.</summary>
public sealed class Scene
{
    private Scene(IPortal portal) => Portal = portal;

    public IPortal Portal { get; }

    /// <summary>Stands in every name, number and sentence of the delivery and of the complaint, and nowhere else.</summary>
    public string Mark { get; } = Guid.NewGuid().ToString("N")[..10];

    /// <summary>What says something of them: the mark, and what the portal itself has named.</summary>
    public List<string> Words { get; } = [];

    /// <summary>The things' ids, by the name that a request or an address gives them.</summary>
    public Dictionary<string, Guid> Ids { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Actor Owner { get; private set; } = null!;

    /// <summary>Owner of another dealer of the same region.</summary>
    public Actor Stranger { get; private set; } = null!;

    /// <summary>Holds every post that is held for a region, in another region.</summary>
    public Actor South { get; private set; } = null!;

    public Actor Agent { get; private set; } = null!;

    /// <summary>People who may see it, each in his way.</summary>
    public IReadOnlyList<Actor> Insiders { get; private set; } = [];

    public static async Task<Scene> Lay(IPortal portal)
    {
        var scene = new Scene(portal);
        scene.Words.Add(scene.Mark);
        var dealer = await scene.People();
        await scene.Goods(dealer);
        await scene.Late();
        await scene.Inspections();
        await scene.Complaint(dealer);
        await scene.Settled(dealer);
        await scene.Callback(dealer);
        await scene.Call(dealer);
        await scene.Statement(dealer);
        scene.Ids["notice"] = await portal.Db(db => db.Notices.Where(notice => notice.UserId == scene.Owner.UserId).Select(notice => notice.Id).FirstAsync());
        return scene;
    }

    /// <summary>The words of it that stand in a text.</summary>
    public IEnumerable<string> In(string text) => Words.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private async Task<Dealer> People()
    {
        var dealer = await Portal.Dealer("D-" + Mark);
        Owner = await Portal.DealerOwner(dealer);
        Stranger = await Portal.DealerOwner(await Portal.Dealer("D-" + Guid.NewGuid().ToString("N")[..10]));
        South = await Portal.Person("南区", (Role.BusinessAssistant, "south"), (Role.LogisticsDispatcher, "south"), (Role.RegionalManager, "south"));
        Agent = await Portal.Person("小李", (Role.AfterSalesAgent, null));
        Insiders = [Owner, Agent, await Portal.Person("北区", (Role.BusinessAssistant, "north"), (Role.LogisticsDispatcher, "north"), (Role.RegionalManager, "north")),
            await Portal.Person("管理员", (Role.Administrator, null), (Role.Auditor, null), (Role.Finance, null)), await Portal.Person("王主管", (Role.AfterSalesSupervisor, null))];
        (Ids["dealer"], Ids["user"]) = (dealer.Id, Owner.UserId!.Value);
        return dealer;
    }

    private async Task Goods(Dealer dealer)
    {
        var families = new[] { "tool", "window-guard", "material", "gate", "railing" };
        var order = new Order(Guid.CreateVersion7(), "O-" + Mark, new(dealer.Id, new(2026, 2, 20), [.. families.Select((family, i) => new Order.LineFacts(i + 1, family, $"{family} {Mark}", null, 5))]));
        var left = Portal.Clock.Now - Duration.FromDays(1);
        var taken = new Shipment(Guid.CreateVersion7(), "S-" + Mark, order, new(left, "顺达 " + Mark, "0531-88880000", "W-" + Mark, new Dictionary<int, decimal> { [1] = 5, [2] = 5, [3] = 5 }));
        var waiting = new Shipment(Guid.CreateVersion7(), "S2-" + Mark, order, new(left, "顺达 " + Mark, "0531-88880000", "W2-" + Mark, new Dictionary<int, decimal> { [4] = 5 }));
        await Portal.Db(db => { db.Orders.Add(order); db.Shipments.AddRange(taken, waiting); return Task.FromResult(0); });
        (Ids["order"], Ids["shipment"], Ids["pickUp"]) = (order.Id, waiting.Id, Guid.CreateVersion7());
        Words.Add($"{taken.Id}");
        Of(await Portal.The<RecordPickUp>().Run(new(Ids["pickUp"], [taken.Id]), Owner, default));
    }

    // Confirmed long ago, and the railings have not left yet.
    private async Task Late()
    {
        var follower = await Portal.Person("杨光", (Role.OrderFollowUp, null));
        Insiders = [.. Insiders, follower];
        var then = Portal.Clock.Now - Duration.FromDays(40);
        Of(await Portal.The<ConfirmOrder>().Run(new(Ids["order"], then, then), follower, default));

        var large = new Order(Guid.CreateVersion7(), "O2-" + Mark, new(Ids["dealer"], new(2026, 3, 1), [new(1, "gate", "gate " + Mark, null, 12)]));
        await Portal.Db(db => Task.FromResult(db.Orders.Add(large)));
        (Ids["large"], Ids["proposal"]) = (large.Id, Guid.CreateVersion7());
        Of(await Portal.The<ConfirmOrder>().Run(new(large.Id, Portal.Clock.Now, Portal.Clock.Now), follower, default));
        Of(await Portal.The<ProposeDate>().Run(new(Ids["proposal"], large.Id, new(2026, 5, 1), "产能 " + Mark), follower, default));
    }

    private async Task Inspections()
    {
        Ids["signed"] = await Submitted("tool", damaged: false);
        Ids["rejection"] = await Submitted("window-guard", damaged: true);
        Ids["inspection"] = Of(await Portal.The<BeginInspection>().Run(new("material", PickUpId: Ids["pickUp"]), Owner, default));
        var spot = new SpotFinding { What = "压弯 " + Mark };
        Of(await Portal.The<KeepDraft>().Run(new(Ids["inspection"], new() { Description = Mark, Spots = [spot] }, 0), Owner, default));
        Ids["removable"] = await Photograph(Ids["inspection"], spot.Id);
        Ids["upload"] = Of(await Portal.The<StartUpload>().Run(new(Ids["inspection"], spot.Id, PhotoKind.Spot, "a.png", 5000, new string('a', 64)), Owner, default)).Id;
        Ids["spot"] = spot.Id;
    }

    private async Task<Guid> Submitted(string family, bool damaged)
    {
        var id = Of(await Portal.The<BeginInspection>().Run(new(family, PickUpId: Ids["pickUp"]), Owner, default));
        var findings = World.AllThere((await Portal.The<InspectionSheet>().For(id, Owner, default))!);
        if (damaged)
        {
            findings.Spots.Add(new() { What = "压弯 " + Mark });
            findings.Description = Mark;
            Ids["photo"] = await Photograph(id, findings.Spots[0].Id);
        }
        Of(await Portal.The<SubmitInspection>().Run(new(id, findings), Owner, default));
        return id;
    }

    private async Task<Guid> Photograph(Guid subject, Guid spot)
    {
        var file = Pictures.Png(40, 30, $"{Mark} {subject}");
        var upload = Of(await Portal.The<StartUpload>().Run(new(subject, spot, PhotoKind.Spot, Mark + ".png", file.Length, PhotoStore.HashOf(file)), Owner, default));
        Of(await Portal.The<SendPiece>().Run(new(upload.Id, 0, file), Owner, default));
        var photo = Of(await Portal.The<FinishUpload>().Run(upload.Id, Owner, default));
        Words.AddRange([$"{photo}", $"{spot}", PhotoStore.HashOf(file)]);
        return photo;
    }

    private async Task Complaint(Dealer dealer)
    {
        var form = new DraftForm { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = "焊点 " + Mark, OrderId = Ids["order"] };
        var id = Ids["case"] = Of(await Portal.The<FileComplaint>().Run(new(Guid.CreateVersion7(), dealer.Id, form), Agent, default));
        Of(await Portal.The<Claim>().Run(new(id), Agent, default));
        Of(await Portal.The<SayInCase>().Run(new(id, Guid.CreateVersion7(), "在处理 " + Mark), Agent, default));
        Of(await Portal.The<AskDepartment>().Run(new(id, Guid.CreateVersion7(), Role.ProductionHead, "怎么回事 " + Mark), Agent, default));
        Of(await Portal.The<JudgeFounded>().Run(new(id, "属实 " + Mark), Agent, default));
        Of(await Portal.The<SettleLiability>().Run(new(id, "production", Mark), Agent, default));
        var plan = Cases.Draft("exchange");
        Of(await Portal.The<ProposePlan>().Run(new(id, plan.Id, plan.Remedies, Mark, plan.ReturnAddress), Agent, default));
        Ids["draft"] = Guid.CreateVersion7();
        Of(await Portal.The<KeepComplaintDraft>().Run(new(Ids["draft"], dealer.Id, form with { Source = CaseSource.Dealer }), Owner, default));
        await Portal.Db(async db =>
        {
            var one = await db.Complaints.AsSplitQuery().SingleAsync(found => found.Id == id);
            (Ids["clock"], Ids["step"], Ids["plan"]) = (one.Clocks[0].Id, one.Plans[0].Steps[0].Id, plan.Id);
            Words.Add(one.Number);
            Ids["approval"] = await db.ApprovalRequests.Where(asked => asked.Subject == id).Select(asked => asked.Id).SingleAsync();
            return 0;
        });
    }

    // A second one that is settled already, so that the callback asks about it.
    private async Task Settled(Dealer dealer)
    {
        var form = new DraftForm { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = "划痕 " + Mark };
        var id = Ids["settled"] = Of(await Portal.The<FileComplaint>().Run(new(Guid.CreateVersion7(), dealer.Id, form), Agent, default));
        Of(await Portal.The<Claim>().Run(new(id), Agent, default));
        Of(await Portal.The<JudgeNotFounded>().Run(new(id, "正常 " + Mark), Agent, default));
        Words.Add(await Portal.Db(db => db.Complaints.Where(one => one.Id == id).Select(one => one.Number).SingleAsync()));
    }

    private async Task Callback(Dealer dealer)
    {
        var caller = await Portal.Person("韩梅", (Role.ServiceAssistant, null));
        Insiders = [.. Insiders, caller];
        await Portal.Db(db => Task.FromResult(db.TierPeriods.Add(new(Guid.CreateVersion7(), dealer.Id, "gold", new(2026, 2, 16), "test", Portal.Clock.Now))));
        await Portal.Db(db => db.Dealers.Where(one => one.Id == dealer.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.Phone, "0531-88880001")));
        await Portal.The<PlanCallbacks>().RunAsOf(Portal.Clock.Now, default);
        Ids["callback"] = await Portal.Db(db => db.Set<Callback>().Where(call => call.DealerId == dealer.Id).Select(call => call.Id).SingleAsync());
        Words.Add($"{Ids["callback"]}");
        Of(await Portal.The<SendSurveyLink>().Run(new(Ids["callback"]), caller, default));
    }

    // A call from the dealer, and the promise to call back.
    private async Task Call(Dealer dealer)
    {
        var desk = Insiders[^1];
        Ids["call"] = Guid.CreateVersion7();
        Of(await Portal.The<PromiseCall>().Run(new(Ids["call"], new(dealer.Id, "老板 " + Mark, "0531-88880001"), "回电 " + Mark, Portal.Clock.Now + Duration.FromHours(2)), desk, default));
    }

    // Late since the middle of February, and settled through its end; what March earned is still open.
    private async Task Statement(Dealer dealer)
    {
        var confirmed = Portal.Clock.Now - Duration.FromDays(28);
        var order = new Order(Guid.CreateVersion7(), "L-" + Mark, new(dealer.Id, new(2026, 2, 2), [new(1, "gate", "gate " + Mark, null, 2)], confirmed, confirmed));
        await Portal.Db(db => { db.Orders.Add(order); Promising.Keep(db, order, null, Portal.The<PolicyBook>(), confirmed); return Task.FromResult(0); });
        Of(await Portal.The<DecideCause>().Run(new(order.Id, "production", null, Mark), Agent, default));
        await Portal.The<EarnLateDays>().RunAsOf(Portal.Clock.Now, default);
        var finance = Insiders.Single(one => one.Is(Role.Finance));
        var batch = Ids["batch"] = Of(await Portal.The<DrawUpBatch>().Run(new(Guid.CreateVersion7(), dealer.Id, new(2026, 2, 28)), finance, default));
        var asked = await Portal.Db(db => db.ApprovalRequests.SingleAsync(asked => asked.Subject == batch));
        Actor[] chain = [Insiders.Single(one => one.Is(Role.AfterSalesSupervisor)), Insiders.First(one => one.Is(Role.RegionalManager)), await Portal.Person("秦岚", (Role.MarketingDirector, null))];
        for (var i = 0; i < chain.Length; i++) Of(await Portal.The<Decide>().Run(new(asked.Id, i + 1, asked.ShownHash, true), chain[i], default));
        var sheet = (await Portal.The<BatchSheet>().For(batch, finance, default))!;
        Ids["entry"] = sheet.Lines[0].EntryId;
        Words.AddRange([sheet.Number, $"{order.Id}"]);
    }

    private static T Of<T>(Outcome<T> outcome)
    {
        Assert.Null(outcome.Refusal);
        return outcome.Value!;
    }

    private static void Of(Outcome outcome) => Assert.Null(outcome.Refusal);
}
