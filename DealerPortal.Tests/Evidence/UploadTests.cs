using DealerPortal.Domain;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.History;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Evidence;

/// <summary>Photos on their way in, on both databases.</summary>
public abstract class UploadTests(Database on)
{
    [Theory]
    [InlineData("DSCN0010.jpg", "image/jpeg")]
    [InlineData("IMG_5195.HEIC", "image/heic")]
    public async Task A_photo_becomes_evidence_and_its_original_is_kept_untouched(string name, string mediaType)
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var file = Pictures.Real(name);

        var outcome = await evidence.Upload(file, name);

        var photo = await evidence.Portal.Db(db => db.Photos.SingleAsync());
        Assert.Equal((outcome.Value, mediaType, (long)file.Length), (photo.Id, photo.MediaType, photo.Bytes));
        Assert.Equal((evidence.Portal.Clock.Now, evidence.Owner.UserId), (photo.ReceivedAt, photo.UploadedBy));
        Assert.NotNull(photo.CapturedAt);
        var sha = photo.Sha256;
        Assert.Equal(file, await File.ReadAllBytesAsync(Path.Combine(evidence.Photos, sha[..2], sha[2..4], sha)));
        Assert.Single(evidence.Files());
        Assert.Equal([Happening.PhotoAdded], await evidence.Portal.Db(db => db.History.Select(entry => entry.What).ToListAsync()));
    }

    [Fact]
    public async Task Every_step_repeated_has_one_effect()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var file = Pictures.Nikon;

        var first = (await evidence.Begin(file)).Value!;
        var second = (await evidence.Begin(file)).Value!;
        await evidence.Send(first.Id, 0, file[..100_000]);
        var again = await evidence.Send(first.Id, 0, file[..100_000]);
        var overlapping = await evidence.Send(first.Id, 50_000, file[50_000..]);
        var done = await Task.WhenAll(evidence.Finish(first.Id), evidence.Finish(first.Id), evidence.Finish(first.Id));
        var begunAgain = (await evidence.Begin(file)).Value!;
        var sentAgain = await evidence.Send(first.Id, 0, file[..100_000]);

        Assert.Equal(first, second);
        Assert.Equal((100_000, file.Length), (again.Value, overlapping.Value));
        Assert.Contains(done, outcome => outcome.Value == first.Id);
        Assert.Equal(first.Id, (await evidence.Finish(first.Id)).Value);
        Assert.Equal(new(first.Id, file.Length, IsDone: true), begunAgain);
        Assert.Equal(file.Length, sentAgain.Value);
        Assert.Equal((1, 0), await evidence.Rows());
        Assert.Single(evidence.Files());
    }

    [Fact]
    public async Task An_interrupted_upload_goes_on_where_it_stopped()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var file = Pictures.Nikon;
        var upload = (await evidence.Begin(file)).Value!.Id;
        await evidence.Send(upload, 0, file[..60_000]);

        var gap = await evidence.Send(upload, 90_000, file[90_000..]);
        var early = await evidence.Finish(upload);
        var resumed = (await evidence.Begin(file)).Value!;
        await evidence.Send(upload, resumed.Sent, file[60_000..]);

        Assert.Equal(("photo.out-of-place", "photo.out-of-place", 60_000), (gap.Refusal!.Code, early.Refusal!.Code, resumed.Sent));
        Assert.True((await evidence.Finish(upload)).IsDone);
    }

    [Theory]
    [InlineData("photo.svg", "<svg/>", "photo.is-svg")]
    [InlineData("photo.jpg", "<svg xmlns='http://www.w3.org/2000/svg'/>", "photo.is-svg")]
    [InlineData("photo.html", "<html>", "photo.is-html")]
    [InlineData("photo.jpg", "<!doctype html><script>1</script>", "photo.is-html")]
    [InlineData("photo.jpg", "MZ and so on", "photo.type-not-taken")]
    [InlineData("photo.exe", "MZ and so on", "photo.extension-not-taken")]
    [InlineData("photo.jpg.php", "<?php", "photo.extension-not-taken")]
    [InlineData("../../etc/passwd.jpg", "x", "photo.name-is-path")]
    [InlineData("..\\..\\web.config", "x", "photo.name-is-path")]
    [InlineData("C:photo.jpg", "x", "photo.name-is-path")]
    [InlineData("photo\0.jpg", "x", "photo.name-is-path")]
    [InlineData("photo\u202Egpj.exe", "x", "photo.name-is-path")]
    [InlineData("photo.jpg", "", "photo.empty")]
    public async Task What_is_no_photo_is_refused_in_its_own_words_and_leaves_nothing(string name, string content, string code)
    {
        await using var evidence = await EvidencePortal.Start(on: on);

        var outcome = await evidence.Upload(System.Text.Encoding.UTF8.GetBytes(content), name);

        Assert.Equal(code, outcome.Refusal?.Code);
        await evidence.IsClean();
    }

    [Fact]
    public async Task A_photo_that_is_not_what_it_says_is_refused_and_leaves_nothing()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var file = Pictures.Nikon;

        Assert.Equal("photo.extension-differs", (await evidence.Upload(file, "IMG_1.png")).Refusal?.Code);
        Assert.Equal("photo.truncated", (await evidence.Upload(file[..100_000])).Refusal?.Code);
        Assert.Equal("photo.carries-more", (await evidence.Upload([.. file, .. Pictures.Zip()])).Refusal?.Code);
        Assert.Equal("photo.too-many-pixels", (await evidence.Upload(Pictures.Png(50_000, 50_000), "big.png")).Refusal?.Code);
        Assert.Equal("photo.hash-differs", (await evidence.Upload(file, sha256: PhotoStore.HashOf([1]))).Refusal?.Code);
        Assert.Equal("photo.hash-differs", (await evidence.Begin(file, sha256: "../../../../etc/passwd")).Refusal?.Code);
        await evidence.IsClean();
    }

    [Fact]
    public async Task A_hundred_megabytes_are_refused_when_announced_and_when_sent_beyond_what_was_announced()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var file = Pictures.Nikon;

        var announced = await evidence.Begin(file, bytes: 100_000_000);
        var streamed = await evidence.Upload([.. file, .. new byte[200_000]], bytes: file.Length);

        Assert.Equal(("photo.too-large", "photo.longer-than-said"), (announced.Refusal?.Code, streamed.Refusal?.Code));
        await evidence.IsClean();
    }

    [Fact]
    public async Task The_quota_counts_what_is_kept_and_what_is_announced()
    {
        await using var evidence = await EvidencePortal.Start(settings => settings with { Photos = new(QuotaBytesPerDealer: 200_000) }, on);

        Assert.True((await evidence.Upload(Pictures.Nikon)).IsDone);
        Assert.Equal("photo.quota-full", (await evidence.Upload(Pictures.Real("portrait_6.jpg"))).Refusal?.Code);
        Assert.True((await evidence.Begin(Pictures.Png(40, 30), "a.png", bytes: 38_000)).IsDone);
        Assert.Equal("photo.quota-full", (await evidence.Begin(Pictures.Png(40, 31), "b.png", bytes: 400)).Refusal?.Code);
    }

    [Fact]
    public async Task Another_dealer_finds_nothing_and_staff_may_not_send()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var file = Pictures.Nikon;
        var upload = (await evidence.Begin(file)).Value!.Id;

        Assert.Equal(Refusal.NotFound, (await evidence.Begin(file, by: evidence.Stranger)).Refusal);
        Assert.Equal(Refusal.NotFound, (await evidence.Send(upload, 0, file[..10], evidence.Stranger)).Refusal);
        Assert.Equal(Refusal.NotFound, (await evidence.Finish(upload, evidence.Stranger)).Refusal);
        Assert.Equal(Refusal.NotFound, (await evidence.Portal.The<AbandonUpload>().Run(upload, evidence.Stranger, default)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await evidence.Begin(file, by: evidence.Dispatcher)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await evidence.Send(upload, 0, file[..10], evidence.Dispatcher)).Refusal);
    }

    [Fact]
    public async Task What_was_submitted_takes_no_more_photos_and_gives_none_back()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var photo = (await evidence.Upload(Pictures.Nikon)).Value;
        var late = Pictures.Real("portrait_6.jpg");
        var upload = (await evidence.Begin(late)).Value!.Id;
        await evidence.Send(upload, 0, late);
        await evidence.Become("closed");

        Assert.Equal("photo.closed", (await evidence.Begin(Pictures.Png(4, 3), "a.png")).Refusal?.Code);
        Assert.Equal("photo.closed", (await evidence.Finish(upload)).Refusal?.Code);
        Assert.Equal("photo.closed", (await evidence.Portal.The<RemovePhoto>().Run(photo, evidence.Owner, default)).Refusal?.Code);
        Assert.Equal((1, 0), await evidence.Rows());
        Assert.Single(evidence.Files());
    }

    [Fact]
    public async Task What_was_filed_takes_more_photos_but_gives_none_back()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var photo = (await evidence.Upload(Pictures.Nikon)).Value;
        await evidence.Become("filed");

        Assert.Equal("photo.kept", (await evidence.Portal.The<RemovePhoto>().Run(photo, evidence.Owner, default)).Refusal?.Code);
        Assert.True((await evidence.Upload(Pictures.Real("portrait_6.jpg"))).IsDone);
    }

    [Fact]
    public async Task A_photo_removed_is_gone_its_history_stays_and_its_file_is_collected_later()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var photo = (await evidence.Upload(Pictures.Nikon)).Value;
        var kept = (await evidence.Upload(Pictures.Real("portrait_6.jpg"))).Value;

        Assert.Equal(Refusal.NotFound, (await evidence.Portal.The<RemovePhoto>().Run(photo, evidence.Stranger, default)).Refusal);
        Assert.True((await evidence.Portal.The<RemovePhoto>().Run(photo, evidence.Owner, default)).IsDone);
        Assert.Equal((1, 0), await evidence.Rows());
        Assert.Equal(2, evidence.Files().Length);
        var soon = await evidence.Portal.The<ClearPhotos>().RunAsOf(evidence.Portal.Clock.Now, default);
        var later = await evidence.Portal.The<ClearPhotos>().RunAsOf(evidence.Portal.Clock.Now + Duration.FromHours(2), default);

        Assert.Equal((0, 1), (soon.Changed, later.Changed));
        Assert.Equal(kept, (await evidence.Portal.Db(db => db.Photos.SingleAsync())).Id);
        Assert.Single(evidence.Files());
        Assert.Equal([Happening.PhotoAdded, Happening.PhotoAdded, Happening.PhotoRemoved], await evidence.Portal.Db(db => db.History.OrderBy(entry => entry.Number).Select(entry => entry.What).ToListAsync()));
    }

    [Fact]
    public async Task Uploads_nobody_went_on_with_are_cleared_and_so_are_pieces_of_nothing()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var upload = (await evidence.Begin(Pictures.Nikon)).Value!.Id;
        await evidence.Send(upload, 0, Pictures.Nikon[..1000]);
        await evidence.Portal.The<PhotoStore>().Append(Guid.CreateVersion7(), 0, new byte[10], 10);
        var clear = evidence.Portal.The<ClearPhotos>();

        await clear.RunAsOf(evidence.Portal.Clock.Now + ClearPhotos.Patience, default);
        Assert.Equal(upload.ToString("N"), Path.GetFileName(Assert.Single(evidence.Files())));
        await clear.RunAsOf(evidence.Portal.Clock.Now + ClearPhotos.Patience + Duration.FromTicks(10), default);

        await evidence.IsClean();
    }
}

public sealed class SqliteUploadTests() : UploadTests(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class PostgresUploadTests() : UploadTests(Database.Postgres);
