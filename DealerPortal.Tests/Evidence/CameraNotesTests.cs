using DealerPortal.Domain.Evidence.Formats;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Evidence;

public sealed class CameraNotesTests
{
    [Fact]
    public void The_time_of_capture_is_read_in_the_zone_assumed_when_the_camera_names_none()
    {
        var notes = Read(Pictures.Nikon);

        Assert.Equal(Shanghai.At("2008-10-22 16:28:39"), notes.CapturedAt);
        Assert.True(notes.HasPlace);
    }

    [Fact]
    public void The_camera_of_a_HEIC_is_heard_too()
    {
        var notes = Read(Pictures.Iphone);

        Assert.NotNull(notes.CapturedAt);
    }

    [Fact]
    public void The_turn_is_read() => Assert.Equal([3, 6], new[] { "landscape_3.jpg", "portrait_6.jpg" }.Select(name => Read(Pictures.Real(name)).Turn));

    [Theory]
    [InlineData("DSCN0010.jpg")]
    [InlineData("jolla.jpg")]
    [InlineData("portrait_6.jpg")]
    public void A_bare_photo_keeps_its_pixels_and_its_turn_and_nothing_else(string name)
    {
        var file = Pictures.Real(name);
        var picture = Picture.Read(file, 120_000_000).Value!;

        var bare = BarePicture.Of(file, picture.Type, Read(file).Turn)!;

        var seen = Picture.Read(bare, 120_000_000).Value!;
        var notes = Read(bare);
        Assert.Equal((picture.Width, picture.Height), (seen.Width, seen.Height));
        Assert.Equal((null, Read(file).Turn, false), (notes.CapturedAt, notes.Turn, notes.HasPlace));
        Assert.Equal(-1, bare.AsSpan().IndexOf("GPS"u8));
        Assert.Equal(-1, bare.AsSpan().IndexOf("http://ns.adobe.com"u8));
    }

    [Fact]
    public void A_bare_PNG_and_WebP_have_no_notes()
    {
        var png = BarePicture.Of(Pictures.Png(40, 30, "31.2N 121.5E"), PictureType.Png, 1)!;
        var webp = BarePicture.Of(Pictures.Webp(40, 30, "31.2N 121.5E"u8.ToArray()), PictureType.Webp, 1)!;

        Assert.Equal(-1, png.AsSpan().IndexOf("31.2N"u8));
        Assert.Equal(-1, webp.AsSpan().IndexOf("31.2N"u8));
        Assert.NotNull(Picture.Read(png, 1_000_000).Value);
        Assert.NotNull(Picture.Read(webp, 1_000_000).Value);
    }

    private static CameraNotes Read(byte[] file) => CameraNotes.Read(Picture.Read(file, 120_000_000).Value!.Exif(file), Shanghai.Zone);
}
