using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Inspections;
using DealerPortal.Domain.Orders;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static DealerPortal.Web.Demo.DemoStage;

namespace DealerPortal.Web.Demo;

/// <summary>Deliveries of the demonstration: some signed for, one refused, one on which silence fell, one whose window runs now. Told through the real actions on a clock of their own.</summary>
public sealed class DemoDeliveries(PortalSettings settings, IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock) : IDemoStep
{
    private const string Signature = "M60 120 L130 60 L190 140 L260 70 L330 130 L420 90";

    private static readonly string[] Dealers = ["D001", "D002", "D003"];

    // How long ago each was picked up, and what became of it. The last one has only just been picked up.
    private static readonly (int HoursAgo, Story Story)[] Stories = [(170, Story.Accepted), (122, Story.Accepted), (98, Story.Silence), (52, Story.Rejected), (27, Story.Accepted), (0, Story.Open)];

    private enum Story
    {
        Accepted,
        Rejected,
        Silence,
        Open,
    }

    /// <summary>Tells the stories once; where there are pick-ups already it tells nothing.</summary>
    public async Task Load(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.PickUps.AnyAsync(stop)) return;
        var people = await db.Cast(stop);
        var then = new DemoCases.Then(clock.GetCurrentInstant());
        await using var past = settings.Past(book, then);
        for (var i = 0; i < Dealers.Length; i++)
        {
            var (code, owner) = (Dealers[i], people[$"demo-owner-{i + 1}"]);
            var shipments = await Waiting(db, code, stop);
            foreach (var (shipment, (hours, story)) in shipments.Zip(Stories))
            {
                then.Now = clock.GetCurrentInstant() - Duration.FromHours(hours) - Duration.FromMinutes(35 + (i * 20));
                await Tell(past, owner, shipment, story, stop);
            }
        }
        then.Now = clock.GetCurrentInstant();
        await past.GetRequiredService<DeemAcceptance>().RunAsOf(clock.GetCurrentInstant(), stop);
    }

    // The oldest first; what needs a look at the depot first is left for whoever tries the portal.
    private async Task<IReadOnlyList<Shipment>> Waiting(PortalDb db, string dealer, CancellationToken stop)
    {
        var needs = book.Own.Last().EvidenceNeeds;
        var latest = clock.GetCurrentInstant() - Duration.FromDays(8);
        var all = await db.Shipments.AsNoTracking().Include(shipment => shipment.Lines)
            .Where(shipment => shipment.PickedUpAt == null && shipment.ShippedAt < latest && db.Dealers.Any(one => one.Id == shipment.DealerId && one.Code == dealer))
            .OrderBy(shipment => shipment.ShippedAt).ToListAsync(stop);
        return [.. all.Where(shipment => shipment.Lines.All(line => !needs.StagesOf(line.Family).Contains("depot"))).Take(Stories.Length)];
    }

    private static async Task Tell(ServiceProvider past, Actor owner, Shipment shipment, Story story, CancellationToken stop)
    {
        var pickUp = Guid.CreateVersion7();
        Check((await past.GetRequiredService<RecordPickUp>().Run(new(pickUp, [shipment.Id]), owner, stop)).Refusal);
        if (story is Story.Silence or Story.Open) return;
        foreach (var (place, family) in shipment.Lines.Select(line => line.Family).Distinct().Index())
            await Inspect(past, owner, (pickUp, family), isShort: story is Story.Rejected && place == 0, stop);
    }

    private static async Task Inspect(ServiceProvider past, Actor owner, (Guid PickUp, string Family) goods, bool isShort, CancellationToken stop)
    {
        var begun = await past.GetRequiredService<BeginInspection>().Run(new(goods.Family, PickUpId: goods.PickUp), owner, stop);
        Check(begun.Refusal);
        var sheet = (await past.GetRequiredService<InspectionSheet>().For(begun.Value, owner, stop))!;
        var findings = new Findings
        {
            Items = [.. sheet.Expected.Select((line, place) => new ItemFinding { ShipmentLineId = line.ShipmentLineId, Counted = isShort && place == 0 ? Math.Max(0, line.Quantity - 1) : line.Quantity, Weight = sheet.Need.Value.WeightRequired ? 12.5m : null })],
            Description = isShort ? "外包装破裂，少了一件" : "",
            SignedBy = owner.Name,
            Signature = Signature,
        };
        for (var i = 0; isShort && i < sheet.Need.Value.PackingPhotos; i++) await Photograph(past, owner, begun.Value, i, stop);
        Check((await past.GetRequiredService<SubmitInspection>().Run(new(begun.Value, findings), owner, stop)).Refusal);
    }

    private static async Task Photograph(ServiceProvider past, Actor owner, Guid inspection, int seed, CancellationToken stop)
    {
        var picture = DemoPicture.Carton(seed);
        var upload = await past.GetRequiredService<StartUpload>().Run(new(inspection, null, PhotoKind.Packing, $"packing-{seed + 1}.png", picture.Length, PhotoStore.HashOf(picture)), owner, stop);
        Check(upload.Refusal);
        Check((await past.GetRequiredService<SendPiece>().Run(new(upload.Value!.Id, 0, picture), owner, stop)).Refusal);
        Check((await past.GetRequiredService<FinishUpload>().Run(upload.Value.Id, owner, stop)).Refusal);
    }
}
