using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Evidence.Formats;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Evidence;

public sealed class PhotoFileTests
{
    [Fact]
    public async Task The_original_goes_to_its_dealer_and_to_auditors_all_others_see_it_without_the_place()
    {
        await using var evidence = await EvidencePortal.Start();
        var photo = (await evidence.Upload(Pictures.Nikon)).Value;

        Assert.Equal(Pictures.Nikon, await Bytes(evidence, photo, PhotoFile.Size.Original, evidence.Owner));
        Assert.Equal(Pictures.Nikon, await Bytes(evidence, photo, PhotoFile.Size.Original, evidence.Auditor));
        foreach (var size in Enum.GetValues<PhotoFile.Size>())
        {
            var seen = (await Bytes(evidence, photo, size, evidence.Dispatcher))!;
            var picture = Picture.Read(seen, 1_000_000).Value!;
            var notes = CameraNotes.Read(picture.Exif(seen), DateTimeZone.Utc);
            Assert.Equal((640, 480, false, null), (picture.Width, picture.Height, notes.HasPlace, notes.CapturedAt));
            Assert.Null(await Bytes(evidence, photo, size, evidence.Stranger));
        }
    }

    [Fact]
    public async Task A_copy_is_checked_made_bare_and_shown_to_others()
    {
        await using var evidence = await EvidencePortal.Start();
        var photo = (await evidence.Upload(Pictures.Nikon)).Value;

        Assert.True((await Copy(evidence, photo, PhotoCopy.Thumb, Pictures.Jpeg(320, 240, 1, Pictures.Note(0xE1, "Exif\0\0 31.2N"), Pictures.Note(0xFE, "31.2N")))).IsDone);
        Assert.True((await Copy(evidence, photo, PhotoCopy.Thumb, Pictures.Jpeg(160, 120))).IsDone);

        var seen = (await Bytes(evidence, photo, PhotoFile.Size.Thumb, evidence.Dispatcher))!;
        Assert.Equal(-1, seen.AsSpan().IndexOf("31.2N"u8));
        Assert.Equal(320, Picture.Read(seen, 1_000_000).Value!.Width);
    }

    [Fact]
    public async Task A_copy_that_is_no_copy_is_refused_and_leaves_nothing()
    {
        await using var evidence = await EvidencePortal.Start();
        var photo = (await evidence.Upload(Pictures.Nikon)).Value;

        Assert.Equal("photo.copy-does-not-fit", (await Copy(evidence, photo, PhotoCopy.Thumb, Pictures.Jpeg(640, 480))).Refusal?.Code);
        Assert.Equal("photo.copy-does-not-fit", (await Copy(evidence, photo, PhotoCopy.Thumb, Pictures.Jpeg(300, 300))).Refusal?.Code);
        Assert.Equal("photo.copy-does-not-fit", (await Copy(evidence, photo, PhotoCopy.View, Pictures.Png(640, 480))).Refusal?.Code);
        Assert.Equal("photo.is-html", (await Copy(evidence, photo, PhotoCopy.View, "<html>"u8.ToArray())).Refusal?.Code);
        Assert.Equal("photo.carries-more", (await Copy(evidence, photo, PhotoCopy.View, [.. Pictures.Jpeg(640, 480), .. Pictures.Zip()])).Refusal?.Code);
        Assert.Equal("not-found", (await Copy(evidence, photo, PhotoCopy.View, Pictures.Jpeg(640, 480), evidence.Stranger)).Refusal?.Code);
        Assert.Equal("not-allowed", (await Copy(evidence, photo, PhotoCopy.View, Pictures.Jpeg(640, 480), evidence.Dispatcher)).Refusal?.Code);
        Assert.Single(evidence.Files());
    }

    [Fact]
    public async Task A_HEIC_without_a_copy_is_shown_to_nobody_but_its_dealer()
    {
        await using var evidence = await EvidencePortal.Start();
        var photo = (await evidence.Upload(Pictures.Iphone, "IMG_5195.HEIC")).Value;

        Assert.Null(await Bytes(evidence, photo, PhotoFile.Size.Original, evidence.Dispatcher));
        Assert.Equal(Pictures.Iphone, await Bytes(evidence, photo, PhotoFile.Size.Original, evidence.Owner));
        Assert.False((await evidence.Portal.The<PhotoList>().Of(evidence.Subject, evidence.Dispatcher, default)).Single().HasView);
        Assert.True((await Copy(evidence, photo, PhotoCopy.View, Pictures.Jpeg(1239, 1600))).IsDone);
        Assert.NotNull(await Bytes(evidence, photo, PhotoFile.Size.Original, evidence.Dispatcher));
    }

    [Fact]
    public async Task A_list_of_photos_is_its_dealers_and_the_staffs()
    {
        await using var evidence = await EvidencePortal.Start();
        await evidence.Upload(Pictures.Nikon);
        await evidence.Upload(Pictures.Png(40, 30), "a.png");
        var list = evidence.Portal.The<PhotoList>();

        Assert.Equal(2, (await list.CountBySpot(evidence.Subject, evidence.Owner, default))[evidence.Spot]);
        Assert.Equal([true, true], (await list.Of(evidence.Subject, evidence.Owner, default)).Select(row => row.MayTakeOriginal));
        Assert.Equal([false, false], (await list.Of(evidence.Subject, evidence.Dispatcher, default)).Select(row => row.MayTakeOriginal));
        Assert.Empty(await list.Of(evidence.Subject, evidence.Stranger, default));
        Assert.Empty(await list.CountBySpot(evidence.Subject, evidence.Stranger, default));
    }

    [Fact]
    public async Task The_photos_of_a_draft_are_seen_by_whoever_sees_the_draft()
    {
        await using var evidence = await EvidencePortal.Start();
        var photo = (await evidence.Upload(Pictures.Nikon)).Value;
        await evidence.Become("draft");

        Assert.Null(await Bytes(evidence, photo, PhotoFile.Size.View, evidence.Dispatcher));
        Assert.Empty(await evidence.Portal.The<PhotoList>().Of(evidence.Subject, evidence.Dispatcher, default));
        Assert.NotNull(await Bytes(evidence, photo, PhotoFile.Size.View, evidence.Owner));
    }

    [Fact]
    public async Task A_copy_that_was_on_its_way_arrives_after_the_submission()
    {
        await using var evidence = await EvidencePortal.Start();
        var photo = (await evidence.Upload(Pictures.Nikon)).Value;
        await evidence.Become("closed");

        Assert.True((await Copy(evidence, photo, PhotoCopy.View, Pictures.Jpeg(640, 480))).IsDone);
    }

    private static Task<Domain.Outcome> Copy(EvidencePortal evidence, Guid photo, PhotoCopy copy, byte[] content, Actor? by = null) =>
        evidence.Portal.The<AddPhotoCopy>().Run(new(photo, copy, content), by ?? evidence.Owner, default);

    private static async Task<byte[]?> Bytes(EvidencePortal evidence, Guid photo, PhotoFile.Size size, Actor actor)
    {
        if (await evidence.Portal.The<PhotoFile>().Get(photo, size, actor, default) is not { } content) return null;
        await using var stream = await content.Open(default);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
