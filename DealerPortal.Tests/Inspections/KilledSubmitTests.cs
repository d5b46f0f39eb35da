using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Inspections;
using DealerPortal.Domain.Notices;
using DealerPortal.Tests.Deliveries;
using DealerPortal.Tests.Evidence;
using DealerPortal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Inspections;

public sealed class KilledSubmitTests
{
    [Fact]
    public Task Killed_while_inspections_are_submitted_every_word_acknowledged_stands_once_with_all_that_follows_from_it() => KillWhileSubmitting(3, pickUps: 40);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task So_it_does_killed_twenty_times() => KillWhileSubmitting(20, pickUps: 120);

    private static async Task KillWhileSubmitting(int kills, int pickUps)
    {
        var world = await World.Begin();
        await using var portal = world.Portal;
        for (var i = 0; i < pickUps; i++) await world.PickedUp(("tool", 5), ("window-guard", 8));

        SqliteConnection.ClearAllPools();
        var random = new Random(20260302);
        var acknowledged = new List<string>();
        await DoomedProcess.KillAgainAndAgain<Submitting>(portal, kills, () => $"{acknowledged.Count}", async (process, kill) =>
        {
            // Every other time not before something was acknowledged, so that kills fall on all steps and yet the work goes on.
            await (kill % 2 == 0 ? process.Acknowledges() : process.Writes());
            await Task.Delay(random.Next(0, 400));
        }, process =>
        {
            acknowledged.AddRange(process.Acknowledged);
            return Check(world, acknowledged);
        });

        await portal.The<ClearPhotos>().RunAsOf(Shanghai.At("2100-01-01 00:00"), default);
        var named = await portal.Db(db => db.Photos.Select(photo => photo.Sha256).ToListAsync());
        Assert.Equal(named.Order(), Directory.GetFiles(Path.Combine(portal.DataFolder, "photos"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order());
        Assert.InRange(acknowledged.Count, kills / 2, 2 * pickUps - 1);
    }

    /// <summary>A phone that signs for one family of each pick-up and rejects the other, and begins again with the first word that nobody acknowledged.</summary>
    public sealed class Submitting : DoomedProcess.IWork
    {
        public async Task Run(Portal portal, string from, Func<string, Task> acknowledge)
        {
            var world = await World.Join(portal);
            var words = (await portal.Db(db => db.PickUps.OrderBy(pickUp => pickUp.Id).Select(pickUp => pickUp.Id).ToListAsync())).SelectMany(id => new[] { (id, "tool"), (id, "window-guard") });
            foreach (var (pickUp, family) in words.Skip(int.Parse(from, System.Globalization.CultureInfo.InvariantCulture)))
            {
                var id = (await portal.The<BeginInspection>().Run(new(family, PickUpId: pickUp), world.Dealer, default)).Value;
                var findings = await Kept(world, id, isDamaged: family == "window-guard");
                foreach (var spot in findings.Spots)
                    for (var i = 1; i <= 2; i++) await Send(world, id, spot.Id, Pictures.Png(40, 30, $"{id} {i}"));
                var verdict = await world.Submit(id, findings);
                await acknowledge($"{pickUp} {family} {id} {verdict.Value} {verdict.Refusal?.Code}".TrimEnd());
            }
        }

        private static async Task<Findings> Kept(World world, Guid id, bool isDamaged)
        {
            var sheet = (await world.Portal.The<InspectionSheet>().For(id, world.Dealer, default))!;
            if (sheet.DraftNumber > 0) return sheet.Findings;
            var findings = World.AllThere(sheet);
            if (isDamaged) findings.Spots.Add(new() { What = "左侧立柱压弯" });
            findings.Description = isDamaged ? "运输压弯" : "";
            await world.Portal.The<KeepDraft>().Run(new(id, findings, 0), world.Dealer, default);
            return findings;
        }

        private static async Task Send(World world, Guid inspection, Guid spot, byte[] file)
        {
            var begun = await world.Portal.The<StartUpload>().Run(new(inspection, spot, PhotoKind.Spot, "a.png", file.Length, PhotoStore.HashOf(file)), world.Dealer, default);
            if (begun.Value is not { IsDone: false } upload) return;
            await world.Portal.The<SendPiece>().Run(new(upload.Id, upload.Sent, file.Skip((int)upload.Sent).ToArray()), world.Dealer, default);
            await world.Portal.The<FinishUpload>().Run(upload.Id, world.Dealer, default);
        }
    }

    // Whoever has a word has all of it: the line, the history, the notice, the outbound order or the rejection with its photos. Nobody has more.
    private static async Task Check(World world, List<string> acknowledged)
    {
        var portal = world.Portal;
        var submitted = await portal.Db(db => db.Inspections.Where(one => one.SubmittedAt != null)
            .Select(one => new { one.Id, PickUp = one.PickUpId!.Value, one.Family, one.Verdict, Spots = one.Spots.Count }).ToListAsync());
        Assert.Empty(acknowledged.Except(submitted.Select(one => $"{one.PickUp} {one.Family} {one.Id} {one.Verdict}")));
        Assert.InRange(submitted.Count, acknowledged.Count, acknowledged.Count + 1);

        var passed = submitted.Where(one => one.Family == "tool").ToList();
        var rejected = submitted.Where(one => one.Family == "window-guard").ToList();
        Assert.All(passed, one => Assert.Equal((Verdict.Passed, 0), (one.Verdict!.Value, one.Spots)));
        Assert.All(rejected, one => Assert.Equal((Verdict.Rejected, 1), (one.Verdict!.Value, one.Spots)));
        await IsOnce(passed.Select(one => one.Id), db => db.PickUps.SelectMany(one => one.Lines).Where(line => line.Answer == LineAnswer.Accepted).Select(line => line.InspectionId!.Value), portal);
        await IsOnce(rejected.Select(one => one.Id), db => db.PickUps.SelectMany(one => one.Lines).Where(line => line.Answer == LineAnswer.Rejected).Select(line => line.InspectionId!.Value), portal);
        await IsOnce(passed.Select(one => one.PickUp), db => db.History.Where(entry => entry.What == Happening.LineAccepted).Select(entry => entry.Subject), portal);
        await IsOnce(rejected.Select(one => one.PickUp), db => db.History.Where(entry => entry.What == Happening.LineRejected).Select(entry => entry.Subject), portal);
        await IsOnce(passed.Select(one => one.PickUp), db => db.Notices.Where(notice => notice.Kind == NoticeKind.SignedOutboundOrder && notice.UserId == world.Assistant.UserId).Select(notice => notice.Subject), portal);
        await IsOnce(rejected.Select(one => one.Id), db => db.Notices.Where(notice => notice.Kind == NoticeKind.RejectionArrived && notice.UserId == world.Dispatcher.UserId).Select(notice => notice.Subject), portal);
        await IsOnce(rejected.Select(one => one.Id), db => db.Rejections.Select(rejection => rejection.Id), portal);
        Assert.Equal(2 * rejected.Count, await portal.Db(db => db.Photos.CountAsync(photo => db.Rejections.Any(rejection => rejection.Id == photo.Subject))));
        Assert.Equal(await portal.Db(db => db.Photos.CountAsync()), await portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.PhotoAdded)));
        Assert.True((await portal.The<VerifyHistory>().Run(Actor.System("test"), null, default)).Value!.IsSound);
        SqliteConnection.ClearAllPools();
    }

    private static async Task IsOnce(IEnumerable<Guid> expected, Func<Domain.Storage.PortalDb, IQueryable<Guid>> found, Portal portal) =>
        Assert.Equal(expected.Order(), (await portal.Db(db => found(db).ToListAsync())).Order());
}
