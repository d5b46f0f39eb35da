using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Inspections;
using DealerPortal.Domain.Orders;
using DealerPortal.Tests.Evidence;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Deliveries;

/// <summary>A dealer of the north with a shipment at the depot, another dealer, and the staff who wait for their word.</summary>
public sealed class World(Portal portal)
{
    public Portal Portal { get; } = portal;

    public Actor Dealer { get; private set; } = null!;
    public Actor OtherDealer { get; private set; } = null!;
    public Actor Assistant { get; private set; } = null!;
    public Actor Dispatcher { get; private set; } = null!;
    public Actor SouthDispatcher { get; private set; } = null!;
    public Actor Agent { get; private set; } = null!;

    public static async Task<World> Begin(string now = "2026-03-02 09:10", Database on = Database.Sqlite)
    {
        var world = new World(await Portal.Start(now, on: on));
        await world.Settle();
        return world;
    }

    /// <summary>The same world in another process.</summary>
    public static async Task<World> Join(Portal portal)
    {
        var people = (await portal.Db(db => db.Users.Include(user => user.Posts).ToListAsync())).ToDictionary(user => user.UserName!, user => user.ActFrom("test"));
        return new(portal)
        {
            Dealer = people["dealer"],
            OtherDealer = people["other"],
            Assistant = people["assistant"],
            Dispatcher = people["dispatcher"],
            SouthDispatcher = people["south"],
            Agent = people["agent"],
        };
    }

    /// <summary>An order of these goods that left for the dealer the day before.</summary>
    public async Task<Guid> Shipped(params (string Family, decimal Quantity)[] goods) => await Shipped(Dealer.DealerId!.Value, goods);

    public async Task<Guid> Shipped(Guid dealerId, (string Family, decimal Quantity)[] goods)
    {
        var number = Guid.CreateVersion7().ToString("N")[20..];
        var order = new Order(Guid.CreateVersion7(), "O" + number, new(dealerId, new(2026, 2, 20),
            [.. goods.Select((line, i) => new Order.LineFacts(i + 1, line.Family, $"{line.Family} {i + 1}", null, line.Quantity))]));
        var shipment = new Shipment(Guid.CreateVersion7(), "S" + number, order, new(Portal.Clock.Now - NodaTime.Duration.FromDays(1), "顺达物流", "0531-88880000", "SD" + number,
            goods.Select((line, i) => (Number: i + 1, line.Quantity)).ToDictionary(pair => pair.Number, pair => pair.Quantity)));
        await Portal.Db(db => { db.Orders.Add(order); db.Shipments.Add(shipment); return Task.FromResult(0); });
        return shipment.Id;
    }

    public async Task<Guid> PickedUp(params (string Family, decimal Quantity)[] goods)
    {
        var shipment = await Shipped(goods);
        var id = Guid.CreateVersion7();
        Assert.Null((await Portal.The<RecordPickUp>().Run(new(id, [shipment]), Dealer, default)).Refusal);
        return id;
    }

    /// <summary>The draft of a family after the pick-up, everything counted as ordered and signed.</summary>
    public async Task<(Guid Id, Findings Findings)> Drafted(Guid pickUp, string family)
    {
        var id = (await Portal.The<BeginInspection>().Run(new(family, PickUpId: pickUp), Dealer, default)).Value;
        return (id, AllThere((await Portal.The<InspectionSheet>().For(id, Dealer, default))!));
    }

    public static Findings AllThere(InspectionSheet.View sheet) => new()
    {
        Items = [.. sheet.Expected.Select(line => new ItemFinding { ShipmentLineId = line.ShipmentLineId, Counted = line.Quantity, Weight = sheet.Need.Value.WeightRequired ? 12.5m : null })],
        SignedBy = "王店长",
        Signature = "M10 10 L40 60 L90 20",
    };

    /// <summary>Sends photos through the real upload; each number is a picture of its own.</summary>
    public async Task Photograph(Guid inspection, Guid? spot, PhotoKind kind, params byte[] pictures)
    {
        foreach (var picture in pictures)
        {
            var file = Pictures.Jpeg(64, 48, picture);
            var upload = (await Portal.The<StartUpload>().Run(new(inspection, spot, kind, $"IMG_{picture}.jpg", file.Length, PhotoStore.HashOf(file)), Dealer, default)).Value!;
            await Portal.The<SendPiece>().Run(new(upload.Id, 0, file), Dealer, default);
            Assert.Null((await Portal.The<FinishUpload>().Run(upload.Id, Dealer, default)).Refusal);
        }
    }

    public Task<Outcome<Verdict>> Submit(Guid inspection, Findings findings, Actor? actor = null) =>
        Portal.The<SubmitInspection>().Run(new(inspection, findings), actor ?? Dealer, default);

    private async Task Settle()
    {
        var dealers = new[] { ("D001", "济南诚信门窗", "north"), ("D002", "青岛海蓝门窗", "north") }
            .Select(dealer => new Dealer(Guid.CreateVersion7(), dealer.Item1, dealer.Item2, dealer.Item3, Portal.Clock.Now)).ToList();
        Dealer = await Person("dealer", Role.DealerOwner, null, dealers[0]);
        OtherDealer = await Person("other", Role.DealerOwner, null, dealers[1]);
        Assistant = await Person("assistant", Role.BusinessAssistant, "north");
        Dispatcher = await Person("dispatcher", Role.LogisticsDispatcher, "north");
        SouthDispatcher = await Person("south", Role.LogisticsDispatcher, "south");
        Agent = await Person("agent", Role.AfterSalesAgent, null);
    }

    private async Task<Actor> Person(string name, Role role, string? region, Dealer? dealer = null)
    {
        var user = new User(Guid.CreateVersion7(), name, name, dealer?.Id);
        user.Hold(role, region);
        await Portal.Db(db =>
        {
            if (dealer is not null) db.Dealers.Add(dealer);
            db.Users.Add(user);
            return Task.FromResult(0);
        });
        return user.ActFrom("test");
    }
}
