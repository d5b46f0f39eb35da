using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Evidence.Copies;
using DealerPortal.Domain.Evidence.Formats;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DealerPortal.Tests.Evidence;

/// <summary>The portal makes the copies itself, from the pixels of the original, and nobody's word stands in their place.</summary>
public abstract class PhotoCopyTests(Database on)
{
    [Theory]
    [InlineData("jolla.jpg", 1600, 1200, 320, 240)]
    [InlineData("DSCN0010.jpg", 640, 480, 320, 240)]
    // Taken upright and stored on its side; and smaller than a copy may be, so that it stays as it is.
    [InlineData("portrait_6.jpg", 450, 600, 240, 320)]
    public async Task Copies_are_upright_small_and_bare_and_the_original_stays(
        string name, int width, int height, int thumbWidth, int thumbHeight)
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var id = (await evidence.Upload(Pictures.Real(name), name)).Value;

        Assert.Equal(new SweepCount(1, 1, 0), await Make(evidence));

        var photo = await Row(evidence);
        Assert.Equal(PhotoPreview.Own, photo.Preview);
        Assert.Equal((width, height), await Size(evidence, id, PhotoFile.Size.View));
        Assert.Equal((thumbWidth, thumbHeight), await Size(evidence, id, PhotoFile.Size.Thumb));
        Assert.Equal(Pictures.Real(name), await Bytes(evidence, id, PhotoFile.Size.Original, evidence.Owner));
        Assert.Equal(SweepCount.None, await Make(evidence));
        var copies = evidence.Files().Sum(file => new FileInfo(file).Length) - Pictures.Real(name).Length;
        Assert.Equal(copies, await evidence.Portal.Db(db => db.Photos.Select(photo => photo.CopyBytes).SingleAsync()));
    }

    [Fact]
    public async Task A_HEIC_shows_a_picture_to_everybody_and_stays_a_HEIC_for_its_dealer()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var id = (await evidence.Upload(Pictures.Iphone, "IMG_5195.HEIC")).Value;

        await Make(evidence);

        Assert.Equal((1239, 1600), await Size(evidence, id, PhotoFile.Size.View));
        Assert.Equal((248, 320), await Size(evidence, id, PhotoFile.Size.Thumb));
        Assert.Equal((2566, 3313), await Size(evidence, id, PhotoFile.Size.Original));
        Assert.Equal(Pictures.Iphone, await Bytes(evidence, id, PhotoFile.Size.Original, evidence.Owner));
        Assert.True((await Row(evidence)).HasBare);
    }

    [Fact]
    public async Task A_forged_copy_is_marked_as_the_sender_s_then_replaced_and_none_is_taken_after_that()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var id = (await evidence.Upload(Pictures.Nikon)).Value;
        var forged = Pictures.Jpeg(640, 480, 77);
        await Send(evidence, id, PhotoCopy.View, forged);
        await Send(evidence, id, PhotoCopy.Thumb, Pictures.Jpeg(320, 240, 77));
        Assert.Equal(PhotoPreview.Senders, (await Row(evidence)).Preview);
        Assert.Equal(forged, await Bytes(evidence, id, PhotoFile.Size.View, evidence.Dispatcher));

        await Make(evidence);
        var made = await Bytes(evidence, id, PhotoFile.Size.View, evidence.Dispatcher);
        var late = await Send(evidence, id, PhotoCopy.View, Pictures.Jpeg(640, 480, 78));

        Assert.True(late.IsDone);
        Assert.NotEqual(forged, made);
        Assert.Equal(PhotoPreview.Own, (await Row(evidence)).Preview);
        Assert.Equal(made, await Bytes(evidence, id, PhotoFile.Size.View, evidence.Dispatcher));
        await evidence.Portal.The<ClearPhotos>().RunAsOf(evidence.Portal.Clock.Now + Duration.FromHours(2), default);
        Assert.Equal(3, evidence.Files().Length);
    }

    [Fact]
    public async Task A_forged_copy_that_is_being_saved_while_the_portal_s_own_is_made_does_not_overwrite_it()
    {
        var meanwhile = new Meanwhile();
        await using var evidence = await EvidencePortal.Start(on: on, also: services => services.AddSingleton<IPhotoSubjects>(meanwhile));
        var id = (await evidence.Upload(Pictures.Nikon)).Value;
        // Looked for after the photo was read and before the copy is saved.
        meanwhile.Do = () => Make(evidence);

        Assert.True((await Send(evidence, id, PhotoCopy.View, Pictures.Jpeg(640, 480, 77))).IsDone);

        Assert.Null(meanwhile.Do);
        Assert.Equal(PhotoPreview.Own, (await Row(evidence)).Preview);
        Assert.NotEqual(Pictures.Jpeg(640, 480, 77), await Bytes(evidence, id, PhotoFile.Size.View, evidence.Dispatcher));
    }

    [Theory]
    [InlineData("bomb.png", CopyFault.TooManyPixels)]
    [InlineData("broken.jpg", CopyFault.Undecodable)]
    [InlineData("broken.webp", CopyFault.Undecodable)]
    public async Task What_cannot_be_decoded_says_so_shows_no_word_of_the_sender_s_and_is_not_tried_again(string name, CopyFault fault)
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var file = name switch
        {
            "bomb.png" => Pictures.Png(10_000, 10_000),
            "broken.jpg" => Pictures.Jpeg(640, 480),
            _ => Pictures.Webp(640, 480, [1, 2]),
        };
        var id = (await evidence.Upload(file, name)).Value;
        await Send(evidence, id, PhotoCopy.Thumb, name == "bomb.png" ? Pictures.Jpeg(320, 320) : Pictures.Jpeg(320, 240));

        Assert.Equal(new SweepCount(1, 1, 0), await Make(evidence));

        var photo = await evidence.Portal.Db(db => db.Photos.SingleAsync());
        Assert.Equal((fault, 1, 0L, null), (photo.CopyFault, photo.CopyAttempts, photo.CopyBytes, photo.ThumbSha256));
        Assert.Equal((PhotoPreview.Impossible, false), ((await Row(evidence)).Preview, (await Row(evidence)).HasThumb));
        await Send(evidence, id, PhotoCopy.Thumb, Pictures.Jpeg(320, 240));
        Assert.Equal(SweepCount.None, await Make(evidence));
        Assert.Equal(PhotoPreview.Impossible, (await Row(evidence)).Preview);
        Assert.Equal(file, await Bytes(evidence, id, PhotoFile.Size.Original, evidence.Owner));
    }

    [Fact]
    public async Task A_decoder_that_takes_too_long_is_killed_and_after_three_times_given_up()
    {
        // Other tests have decoders running too: these are known by a bound of their own.
        var megabytes = 500 + (int)on;
        await using var evidence = await EvidencePortal.Start(
            settings => settings with { Photos = new(CopySeconds: 0, CopyMegabytes: megabytes) }, on);
        await evidence.Upload(Pictures.Real("jolla.jpg"));

        for (var attempt = 1; attempt <= MakePhotoCopies.MostAttempts; attempt++)
        {
            Assert.Equal(PhotoPreview.Waiting, (await Row(evidence)).Preview);
            // Not again before the claim of the attempt before is over.
            Assert.Equal(1, (await Make(evidence)).Looked);
            Assert.Equal(0, (await Make(evidence)).Looked);
            evidence.Portal.Clock.Advance(Duration.FromMinutes(5));
        }

        Assert.Equal(CopyFault.TooSlow, (await evidence.Portal.Db(db => db.Photos.SingleAsync())).CopyFault);
        Assert.Equal(SweepCount.None, await Make(evidence));
        Assert.Empty(PictureWorkers.Running(megabytes));
    }

    [Fact]
    public async Task A_decoder_whose_process_dies_is_tried_three_times_and_given_up()
    {
        // No program at all, but a library.
        var broken = new PictureProgram(typeof(Photo).Assembly);
        await using var evidence = await EvidencePortal.Start(on: on, also: services => services.AddSingleton(broken));
        await evidence.Upload(Pictures.Nikon);

        for (var attempt = 1; attempt <= MakePhotoCopies.MostAttempts; attempt++)
        {
            await Make(evidence);
            evidence.Portal.Clock.Advance(Duration.FromMinutes(5));
        }

        var photo = await evidence.Portal.Db(db => db.Photos.SingleAsync());
        Assert.Equal((CopyFault.Died, MakePhotoCopies.MostAttempts), (photo.CopyFault, photo.CopyAttempts));
    }

    [Fact]
    public async Task A_picture_that_needs_more_memory_than_it_may_take_fails_cleanly()
    {
        await using var evidence = await EvidencePortal.Start(settings => settings with { Photos = new(CopyMegabytes: 8) }, on);
        await evidence.Upload(Pictures.Real("jolla.jpg"));

        await Make(evidence);

        Assert.Equal(CopyFault.Undecodable, (await evidence.Portal.Db(db => db.Photos.SingleAsync())).CopyFault);
    }

    [Fact]
    public async Task Two_processes_at_once_make_the_copies_of_a_photo_once()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        await evidence.Upload(Pictures.Nikon);
        await evidence.Upload(Pictures.Real("portrait_6.jpg"));
        await using var peer = evidence.Portal.Peer();

        var counts = await Task.WhenAll(new[] { evidence.Portal, peer }.Select(portal => Task.Run(() => Make(portal))));

        Assert.Equal((2, 0), (counts.Sum(count => count.Changed), counts.Sum(count => count.Failed)));
        Assert.Equal([1, 1], await evidence.Portal.Db(db => db.Photos.Select(photo => photo.CopyAttempts).ToListAsync()));
    }

    [Fact]
    public async Task Copies_of_a_photo_that_was_removed_meanwhile_are_not_kept_for_long()
    {
        await using var evidence = await EvidencePortal.Start(on: on);
        var id = (await evidence.Upload(Pictures.Nikon)).Value;
        await Make(evidence);
        await evidence.Portal.The<RemovePhoto>().Run(id, evidence.Owner, default);

        await evidence.Portal.The<ClearPhotos>().RunAsOf(evidence.Portal.Clock.Now + Duration.FromHours(2), default);

        Assert.Empty(evidence.Files());
    }

    private static Task<SweepCount> Make(EvidencePortal evidence) => Make(evidence.Portal);

    private static Task<SweepCount> Make(Portal portal) => portal.The<MakePhotoCopies>().RunAsOf(portal.Clock.Now, default);

    private static Task<Outcome> Send(EvidencePortal evidence, Guid photo, PhotoCopy copy, byte[] content) =>
        evidence.Portal.The<AddPhotoCopy>().Run(new(photo, copy, content), evidence.Owner, default);

    private static async Task<PhotoList.Row> Row(EvidencePortal evidence) =>
        Assert.Single(await evidence.Portal.The<PhotoList>().Of(evidence.Subject, evidence.Dispatcher, default));

    // As staff see it: a JPEG, upright, without a note of the camera.
    private static async Task<(int Width, int Height)> Size(EvidencePortal evidence, Guid photo, PhotoFile.Size size)
    {
        var seen = (await Bytes(evidence, photo, size, evidence.Dispatcher))!;
        var picture = Picture.Read(seen, 120_000_000).Value!;
        Assert.Equal(PictureType.Jpeg, picture.Type);
        Assert.Equal(new(null, 1, false), CameraNotes.Read(picture.Exif(seen), DateTimeZone.Utc));
        return (picture.Width, picture.Height);
    }

    private static async Task<byte[]?> Bytes(EvidencePortal evidence, Guid photo, PhotoFile.Size size, Actor actor)
    {
        if (await evidence.Portal.The<PhotoFile>().Get(photo, size, actor, default) is not { } content) return null;
        await using var stream = await content.Open(default);
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    /// <summary>Something that happens once, in the middle of another piece of work: where it looks for what the photo hangs on.</summary>
    private sealed class Meanwhile : IPhotoSubjects
    {
        public Func<Task>? Do { get; set; }

        public async Task<PhotoSubject?> Find(PortalDb db, Guid subject, Actor actor, CancellationToken stop)
        {
            if (Do is { } happens)
            {
                Do = null;
                await happens();
            }
            return null;
        }
    }
}

public sealed class SqlitePhotoCopyTests() : PhotoCopyTests(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class PostgresPhotoCopyTests() : PhotoCopyTests(Database.Postgres);
