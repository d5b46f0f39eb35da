using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Evidence;
using DealerPortal.Tests.Evidence;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Compensation;

/// <summary>Documents of excused spans: sent by staff who may record one, kept as evidence is, seen by the staff whom the span concerns and by no dealer. On both databases.</summary>
public abstract class SpanPhotoTests(Database on)
{
    [Fact]
    public async Task Documents_hang_on_the_form_from_its_first_moment_and_prove_the_span_alone()
    {
        await using var world = await LateWorld.Begin(on: on);
        var (agent, supervisor) = (await world.Person(Role.AfterSalesAgent), await world.Person(Role.AfterSalesSupervisor));
        var id = (await world.Portal.The<BeginSpan>().Run(agent, default)).Value;
        Assert.Equal("span.documents-missing", (await Record(world, id, agent, "")).Refusal!.Code);

        var photo = await Upload(world, id, agent, Pictures.Nikon);
        Assert.Equal(id, (await world.Portal.The<BeginSpan>().Run(agent, default)).Value);
        Assert.Empty(await world.Portal.The<PhotoList>().Of(id, supervisor, default));
        Assert.True((await Record(world, id, agent, "")).IsDone);

        Assert.Equal(photo.Value, Assert.Single(await world.Portal.The<PhotoList>().Of(id, supervisor, default)).Id);
        Assert.Equal(1, Assert.Single((await world.Portal.The<SpanBoard>().For(supervisor, default)).Rows).Photos);
        Assert.Equal((Photo.Company, agent.UserId!.Value), await world.Portal.Db(db => db.Photos.Select(one => new ValueTuple<Guid, Guid>(one.DealerId, one.UploadedBy)).SingleAsync()));
        Assert.Equal(0, await world.Portal.Db(db => db.SpanDrafts.CountAsync()));
        Assert.Contains((await world.Portal.The<MyApprovals>().For(supervisor, default)).Waiting.Single().Shown, step => step.Code == "span.photos");
    }

    [Fact]
    public async Task Sent_they_are_added_to_and_kept_and_decided_they_stay_as_they_are()
    {
        await using var world = await LateWorld.Begin(on: on);
        var (agent, colleague) = (await world.Person(Role.AfterSalesAgent), await world.Person(Role.OrderFollowUp));
        var id = (await world.Portal.The<BeginSpan>().Run(agent, default)).Value;
        var removed = await Upload(world, id, agent, Pictures.Png(30, 20, "slip"));
        Assert.True((await world.Portal.The<RemovePhoto>().Run(removed.Value, agent, default)).IsDone);
        Assert.True((await Record(world, id, agent, "预警 12 号")).IsDone);

        var added = await Upload(world, id, colleague, Pictures.Png(30, 20, "more"));
        Assert.Equal("photo.kept", (await world.Portal.The<RemovePhoto>().Run(added.Value, agent, default)).Refusal!.Code);
        await world.Portal.Db(async db => { (await db.ExcusedSpans.SingleAsync()).Settle(granted: true, world.Portal.Clock.Now); return 0; });

        Assert.Equal("span.decided", (await Upload(world, id, agent, Pictures.Png(30, 20, "late"))).Refusal!.Code);
        Assert.Equal("span.decided", (await world.Portal.The<RemovePhoto>().Run(added.Value, colleague, default)).Refusal!.Code);
        Assert.Equal(added.Value, Assert.Single(await world.Portal.The<PhotoList>().Of(id, agent, default)).Id);
    }

    [Fact]
    public async Task No_dealer_no_other_region_and_no_other_duty_comes_by_them()
    {
        await using var world = await LateWorld.Begin(on: on);
        var agent = await world.Person(Role.AfterSalesAgent);
        var id = (await world.Portal.The<BeginSpan>().Run(agent, default)).Value;
        await Record(world, id, agent, "预警 12 号");
        var photo = (await Upload(world, id, agent, Pictures.Nikon)).Value;
        var begun = (await Begin(world, id, agent, Pictures.Png(30, 20, "half"))).Value!.Id;

        foreach (var (actor, sees) in new[]
        {
            (await world.Person(Role.DealerOwner, dealer: world.DealerId), false), (await world.Person(Role.DealerOwner, dealer: await world.Dealer("D9", "south")), false),
            (await world.Person(Role.RegionalManager, "south"), false), (await world.Person(Role.RegionalManager, "north"), true), (await world.Person(Role.Finance), true), (await world.Person(Role.Auditor), true),
        })
        {
            Assert.Equal(sees, (await world.Portal.The<PhotoList>().Of(id, actor, default)).Count == 1);
            foreach (var size in Enum.GetValues<PhotoFile.Size>()) Assert.Equal(sees, await world.Portal.The<PhotoFile>().Get(photo, size, actor, default) is not null);
            var refusals = new[]
            {
                (await Begin(world, id, actor, Pictures.Png(30, 20, "mine"))).Refusal, (await world.Portal.The<SendPiece>().Run(new(begun, 0, new byte[] { 1 }), actor, default)).Refusal,
                (await world.Portal.The<FinishUpload>().Run(begun, actor, default)).Refusal, (await world.Portal.The<AbandonUpload>().Run(begun, actor, default)).Refusal,
                (await world.Portal.The<UploadSheet>().For(begun, actor, default)).Refusal, (await world.Portal.The<RemovePhoto>().Run(photo, actor, default)).Refusal,
                (await world.Portal.The<AddPhotoCopy>().Run(new(photo, PhotoCopy.Thumb, Pictures.Nikon), actor, default)).Refusal,
            };
            Assert.All(refusals, refusal => Assert.Contains(refusal?.Code, sees ? ["not-allowed", "not-found"] : new[] { "not-found" }));
        }
        Assert.Equal((1, 1), await world.Portal.Db(async db => (await db.Photos.CountAsync(), await db.PhotoUploads.CountAsync())));
    }

    [Fact]
    public async Task Only_who_wrote_a_draft_reaches_it_and_the_company_has_a_quota_too()
    {
        await using var world = await LateWorld.Begin(on: on, with: settings => settings with { Photos = settings.Photos with { QuotaBytesPerDealer = Pictures.Nikon.Length + 100 } });
        var (agent, colleague, finance) = (await world.Person(Role.AfterSalesAgent), await world.Person(Role.AfterSalesAgent), await world.Person(Role.Finance));
        var id = (await world.Portal.The<BeginSpan>().Run(agent, default)).Value;

        Assert.Equal("not-allowed", (await world.Portal.The<BeginSpan>().Run(finance, default)).Refusal!.Code);
        Assert.Equal("not-found", (await Begin(world, id, colleague, Pictures.Nikon)).Refusal!.Code);
        Assert.True((await Upload(world, id, agent, Pictures.Nikon)).IsDone);
        Assert.Equal("photo.quota-full", (await Begin(world, id, agent, Pictures.Real("portrait_6.jpg"))).Refusal!.Code);
        Assert.Equal("photo.is-svg", (await Upload(world, id, agent, "<svg/>"u8.ToArray())).Refusal!.Code);
    }

    private static Task<Outcome<StartUpload.Answer>> Begin(LateWorld world, Guid subject, Actor by, byte[] file) =>
        world.Portal.The<StartUpload>().Run(new(subject, null, PhotoKind.Document, "scan" + (file[0] == 0xFF ? ".jpg" : ".png"), file.Length, PhotoStore.HashOf(file)), by, default);

    private static async Task<Outcome<Guid>> Upload(LateWorld world, Guid subject, Actor by, byte[] file)
    {
        var begun = await Begin(world, subject, by, file);
        if (begun.Value is not { } answer) return begun.Refusal!;
        for (var at = 0; at < file.Length; at += SendPiece.MaxBytes)
            if ((await world.Portal.The<SendPiece>().Run(new(answer.Id, at, file.AsMemory(at, Math.Min(SendPiece.MaxBytes, file.Length - at))), by, default)).Refusal is { } refusal) return refusal;
        return await world.Portal.The<FinishUpload>().Run(answer.Id, by, default);
    }

    private static Task<Outcome> Record(LateWorld world, Guid id, Actor by, string documents) =>
        world.Portal.The<RecordSpan>().Run(new(id, ExcuseScope.Region, null, "north", null, "blizzard", new LocalDate(2026, 3, 1), new LocalDate(2026, 3, 2), "雪", documents), by, default);
}

public sealed class SqliteSpanPhotoTests() : SpanPhotoTests(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class PostgresSpanPhotoTests() : SpanPhotoTests(Database.Postgres);
