using System.Text;
using DealerPortal.Domain.Evidence.Formats;
using NodaTime;

namespace DealerPortal.Tests.Evidence;

public sealed class PictureTests
{
    private const long MaxPixels = 120_000_000;

    [Theory]
    [InlineData("DSCN0010.jpg", PictureType.Jpeg, 640, 480)]
    [InlineData("jolla.jpg", PictureType.Jpeg, 3264, 2448)]
    [InlineData("landscape_3.jpg", PictureType.Jpeg, 600, 450)]
    [InlineData("portrait_6.jpg", PictureType.Jpeg, 600, 450)]
    [InlineData("IMG_5195.HEIC", PictureType.Heic, 2566, 3313)]
    public void Photos_of_real_cameras_are_known_by_content_and_size(string name, PictureType type, int width, int height)
    {
        var picture = Picture.Read(Pictures.Real(name), MaxPixels).Value;

        Assert.Equal((type, width, height), (picture!.Type, picture.Width, picture.Height));
    }

    [Fact]
    public void Png_and_WebP_are_known_too()
    {
        Assert.Equal(new Picture(PictureType.Png, 40, 30), Picture.Read(Pictures.Png(40, 30), MaxPixels).Value! with { ExifAt = 0 });
        Assert.Equal((PictureType.Webp, 300, 200), Picture.Read(Pictures.Webp(300, 200, [1, 2, 3]), MaxPixels).Value is { } webp ? (webp.Type, webp.Width, webp.Height) : default);
    }

    [Theory]
    [InlineData("DSCN0010.jpg")]
    [InlineData("landscape_3.jpg")]
    [InlineData("IMG_5195.HEIC")]
    public void A_photo_cut_anywhere_is_refused(string name)
    {
        var file = Pictures.Real(name);

        for (var cut = 64; cut < file.Length; cut += Math.Max(1, file.Length / 97))
            Assert.NotNull(Picture.Read(file.AsSpan(..cut), MaxPixels).Refusal);
        Assert.Equal("photo.truncated", Code(file[..^1]));
        Assert.Equal("photo.truncated", Code(file[..(file.Length / 2)]));
    }

    [Fact]
    public void A_cut_PNG_and_a_cut_WebP_are_refused()
    {
        Assert.Equal("photo.truncated", Code(Pictures.Png(40, 30)[..^13]));
        Assert.Equal("photo.truncated", Code(Pictures.Webp(40, 30, [1, 2])[..^3]));
    }

    [Fact]
    public void What_is_no_photo_is_named()
    {
        Assert.Equal("photo.empty", Code([]));
        Assert.Equal("photo.is-svg", Code("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray()));
        Assert.Equal("photo.is-svg", Code("\uFEFF <?xml version='1.0'?><!-- a --><svg/>"u8.ToArray()));
        Assert.Equal("photo.is-html", Code("<!DOCTYPE html><html><body>"u8.ToArray()));
        Assert.Equal("photo.is-html", Code("  <script>alert(1)</script>"u8.ToArray()));
        Assert.Equal("photo.type-not-taken", Code("GIF89a........"u8.ToArray()));
        Assert.Equal("photo.type-not-taken", Code(Pictures.Zip()));
        Assert.Equal("photo.type-not-taken", Code([0x4D, 0x5A, 0, 0]));
    }

    [Fact]
    public void A_photo_with_something_behind_it_is_refused()
    {
        foreach (var photo in new[] { Pictures.Nikon, Pictures.Png(40, 30), Pictures.Webp(40, 30, [1, 2]), Pictures.Iphone })
        {
            Assert.Equal("photo.carries-more", Code([.. photo, .. Pictures.Zip()]));
            Assert.Equal("photo.carries-more", Code([.. photo, .. "<html><script>alert(1)</script>"u8]));
        }
    }

    [Fact]
    public void A_photo_that_is_an_archive_or_a_page_inside_its_notes_is_refused()
    {
        Assert.Equal("photo.carries-more", Code(Pictures.Jpeg(40, 30, 1, Pictures.Note(0xFE, Encoding.Latin1.GetString(Pictures.Zip())))));
        Assert.Equal("photo.carries-more", Code(Pictures.Jpeg(40, 30, 1, Pictures.Note(0xFE, "<html><script>alert(1)</script>"))));
        Assert.Equal("photo.carries-more", Code(Pictures.Jpeg(40, 30, 1, Pictures.Note(0xFE, "%PDF-1.7"))));
    }

    [Fact]
    public void Padding_and_the_film_of_a_moving_photo_that_says_so_may_follow_a_JPEG()
    {
        byte[] film = [0, 0, 0, 16, .. "ftypmp42"u8, 0, 0, 0, 0, 0, 0, 0, 12, .. "mdat"u8, 1, 2, 3, 4];
        var moving = Pictures.Note(0xE1, "http://ns.adobe.com/xap/1.0/\0<x GCamera:MotionPhoto=\"1\"/>");

        Assert.Null(Code([.. Pictures.Jpeg(40, 30), 0, 0, 0, 0]));
        Assert.Null(Code([.. Pictures.Jpeg(40, 30, 1, moving), .. film]));
        Assert.Equal("photo.carries-more", Code([.. Pictures.Jpeg(40, 30), .. film]));
        Assert.Equal("photo.carries-more", Code([.. Pictures.Jpeg(40, 30, 1, moving), .. film, .. Pictures.Zip()]));
    }

    [Fact]
    public void Fifty_thousand_by_fifty_thousand_is_refused_without_decoding()
    {
        Assert.Equal("photo.too-many-pixels", Code(Pictures.Png(50_000, 50_000)));
        Assert.Equal("photo.too-many-pixels", Code(Pictures.Jpeg(50_000, 50_000)));
        Assert.Equal("photo.too-many-pixels", Code(Pictures.Webp(16_000, 16_000, [])));
        Assert.Equal("photo.damaged", Code(Pictures.Png(0, 50)));
    }

    [Fact]
    public void A_flipped_bit_in_a_PNG_is_seen()
    {
        var file = Pictures.Png(40, 30);
        file[^20] ^= 1;

        Assert.Equal("photo.damaged", Code(file));
    }

    [Fact]
    public void Hostile_bytes_are_refused_and_never_throw()
    {
        var random = new Random(20260302);
        foreach (var photo in new[] { Pictures.Nikon[..30_000], Pictures.Png(40, 30), Pictures.Webp(40, 30, [1, 2, 3, 4]), Pictures.Iphone[..6000] })
            for (var round = 0; round < 2000; round++)
            {
                var file = photo[..random.Next(1, photo.Length + 1)];
                for (var hit = random.Next(1, 6); hit > 0; hit--) file[random.Next(file.Length)] = (byte)random.Next(256);
                if (Picture.Read(file, MaxPixels).Value is not { } picture) continue;
                CameraNotes.Read(picture.Exif(file), DateTimeZone.Utc);
                BarePicture.Of(file, picture.Type, 1);
            }
    }

    private static string? Code(byte[] file) => Picture.Read(file, MaxPixels).Refusal?.Code;
}
