using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence;
using DealerPortal.Domain.Evidence.Formats;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Evidence;

public sealed class PhotoEndpointTests(EvidenceHost host) : IClassFixture<EvidenceHost>
{
    [Fact]
    public async Task A_photo_travels_in_pieces_and_is_shown_as_each_may_see_it()
    {
        var dealer = await host.AddDealer();
        using var owner = await host.Browser(Role.DealerOwner, dealer);
        using var dispatcher = await host.Browser(Role.LogisticsDispatcher);
        using var auditor = await host.Browser(Role.Auditor);

        var photo = await Upload(owner, dealer, Pictures.Nikon);

        Assert.Equal(Pictures.Nikon, await owner.GetByteArrayAsync(At($"/photos/{photo}/original")));
        Assert.Equal(Pictures.Nikon, await auditor.GetByteArrayAsync(At($"/photos/{photo}/original")));
        foreach (var size in new[] { "thumb", "view", "original" })
        {
            var seen = await dispatcher.GetByteArrayAsync(At($"/photos/{photo}/{size}"));
            Assert.False(CameraNotes.Read(Picture.Read(seen, 1_000_000).Value!.Exif(seen), DateTimeZone.Utc).HasPlace);
        }
        var row = Assert.Single(await dispatcher.GetFromJsonAsync<JsonElement[]>(At($"/photos/of/{dealer}")) ?? []);
        Assert.Equal((photo, "full", true), (row.GetProperty("id").GetGuid(), row.GetProperty("original").GetString(), row.GetProperty("view").GetBoolean()));
    }

    [Fact]
    public async Task What_is_shown_is_inert_private_and_asked_for_again()
    {
        var dealer = await host.AddDealer();
        using var owner = await host.Browser(Role.DealerOwner, dealer);
        var photo = await Upload(owner, dealer, Pictures.Nikon);
        await host.HasCopied(photo);

        foreach (var (size, disposition) in new[] { ("view", "inline"), ("original", "attachment") })
        {
            using var answer = await owner.GetAsync(At($"/photos/{photo}/{size}"));
            Assert.Equal("image/jpeg", answer.Content.Headers.ContentType?.ToString());
            Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"));
            Assert.Equal("no-cache, private", answer.Headers.CacheControl?.ToString());
            Assert.StartsWith(disposition + "; filename=photo-", answer.Content.Headers.ContentDisposition?.ToString(), StringComparison.Ordinal);

            using var again = new HttpRequestMessage(HttpMethod.Get, At($"/photos/{photo}/{size}"));
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var unchanged = await owner.SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        }
    }

    [Fact]
    public async Task A_HEIC_is_a_picture_for_everybody_a_moment_after_it_is_finished()
    {
        var dealer = await host.AddDealer();
        using var owner = await host.Browser(Role.DealerOwner, dealer);
        using var dispatcher = await host.Browser(Role.LogisticsDispatcher);
        var photo = await Upload(owner, dealer, Pictures.Iphone, "IMG_5195.HEIC");

        await host.HasCopied(photo);

        foreach (var (size, width) in new[] { ("thumb", 248), ("view", 1239), ("original", 2566) })
        {
            var seen = Picture.Read(await dispatcher.GetByteArrayAsync(At($"/photos/{photo}/{size}")), 120_000_000).Value!;
            Assert.Equal((PictureType.Jpeg, width), (seen.Type, seen.Width));
        }
        var row = Assert.Single(await dispatcher.GetFromJsonAsync<JsonElement[]>(At($"/photos/of/{dealer}")) ?? []);
        Assert.Equal(("Own", "full"), (row.GetProperty("preview").GetString(), row.GetProperty("original").GetString()));
        Assert.Equal(Pictures.Iphone, await owner.GetByteArrayAsync(At($"/photos/{photo}/original")));
    }

    [Fact]
    public async Task Another_dealer_finds_nothing_at_any_address()
    {
        var dealer = await host.AddDealer();
        using var owner = await host.Browser(Role.DealerOwner, dealer);
        using var stranger = await host.Browser(Role.DealerOwner, await host.AddDealer());
        var photo = await Upload(owner, dealer, Pictures.Nikon);
        var upload = (await Announce(owner, dealer, Pictures.Real("portrait_6.jpg"))).GetProperty("id").GetGuid();

        foreach (var (method, address) in new[]
        {
            ("GET", $"/photos/{photo}/thumb"), ("GET", $"/photos/{photo}/view"), ("GET", $"/photos/{photo}/original"), ("DELETE", $"/photos/{photo}"), ("PUT", $"/photos/{photo}/copies/thumb"),
            ("GET", $"/photos/uploads/{upload}"), ("PUT", $"/photos/uploads/{upload}?offset=0"), ("POST", $"/photos/uploads/{upload}/finish"), ("DELETE", $"/photos/uploads/{upload}"),
            ("GET", $"/photos/uploads/{photo}"), ("PUT", $"/photos/uploads/{photo}?offset=0"), ("POST", $"/photos/uploads/{photo}/finish"),
        })
        {
            using var request = new HttpRequestMessage(new(method), At(address)) { Content = method == "PUT" ? new ByteArrayContent([1, 2, 3]) : null };
            using var answer = await stranger.SendAsync(request);
            Assert.True(answer.StatusCode == HttpStatusCode.NotFound, $"{method} {address}: {answer.StatusCode}");
        }
        using var announced = await stranger.PostAsJsonAsync(At("/photos/uploads"), new { subject = dealer, spot = Guid.NewGuid(), kind = "Spot", name = "a.jpg", bytes = 5, sha256 = new string('a', 64) });
        Assert.Equal(HttpStatusCode.NotFound, announced.StatusCode);
        Assert.Equal("[]", await stranger.GetStringAsync(At($"/photos/of/{dealer}")));
        Assert.Equal(1, await host.Db(db => db.Photos.CountAsync(known => known.Id == photo)));
        Assert.Equal(1, await host.Db(db => db.PhotoUploads.CountAsync(known => known.Id == upload)));
    }

    [Fact]
    public async Task Nobody_signed_in_is_told_so_and_not_sent_to_a_page()
    {
        using var nobody = await host.Browser();

        foreach (var address in new[] { "/photos/token", $"/photos/{Guid.NewGuid()}/view", $"/photos/of/{Guid.NewGuid()}" })
        {
            using var answer = await nobody.GetAsync(At(address));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_request_made_by_another_site_changes_nothing()
    {
        var dealer = await host.AddDealer();
        using var owner = await host.Browser(Role.DealerOwner, dealer);
        using var forged = await host.Browser(Role.DealerOwner, dealer, withToken: false);
        var photo = await Upload(owner, dealer, Pictures.Nikon);
        var upload = (await Announce(owner, dealer, Pictures.Real("portrait_6.jpg"))).GetProperty("id").GetGuid();

        foreach (var (method, address) in new[]
        {
            ("DELETE", $"/photos/{photo}"), ("PUT", $"/photos/{photo}/copies/view"), ("PUT", $"/photos/uploads/{upload}?offset=0"),
            ("POST", $"/photos/uploads/{upload}/finish"), ("DELETE", $"/photos/uploads/{upload}"),
        })
        {
            using var request = new HttpRequestMessage(new(method), At(address));
            using var answer = await forged.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("photo.token-stale", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(1, await host.Db(db => db.Photos.CountAsync(known => known.Id == photo)));
        Assert.Equal(1, await host.Db(db => db.PhotoUploads.CountAsync(known => known.Id == upload)));
    }

    [Fact]
    public async Task A_refusal_says_its_code_and_its_words()
    {
        var dealer = await host.AddDealer();
        using var owner = await host.Browser(Role.DealerOwner, dealer);
        owner.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        var upload = (await Announce(owner, dealer, "<svg/>"u8.ToArray())).GetProperty("id").GetGuid();
        await Piece(owner, upload, 0, "<svg/>"u8.ToArray());

        using var answer = await owner.PostAsync(At($"/photos/uploads/{upload}/finish"), null);

        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "photo.is-svg"), (answer.StatusCode, said.GetProperty("code").GetString()));
        Assert.StartsWith("这是矢量图", said.GetProperty("words").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_hundred_megabytes_at_once_are_not_read(bool declared)
    {
        var dealer = await host.AddDealer();
        using var owner = await host.Browser(Role.DealerOwner, dealer);
        var upload = (await Announce(owner, dealer, Pictures.Nikon)).GetProperty("id").GetGuid();

        using var flood = new Flood(100_000_000, declared);
        using var request = new HttpRequestMessage(HttpMethod.Put, At($"/photos/uploads/{upload}?offset=0")) { Content = flood };
        request.Headers.ExpectContinue = true;
        HttpStatusCode? status = null;
        try
        {
            using var answer = await owner.SendAsync(request);
            status = answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The connection was closed in the middle of it, which is an answer too.
        }

        Assert.True(status is null or HttpStatusCode.RequestEntityTooLarge, status.ToString());
        Assert.False(File.Exists(Path.Combine(host.Photos, "arriving", upload.ToString("N"))));
    }

    private static Uri At(string address) => new(address, UriKind.Relative);

    private static async Task<JsonElement> Announce(HttpClient browser, Guid dealer, byte[] file, string name = "IMG_1.jpg")
    {
        using var answer = await browser.PostAsJsonAsync(At("/photos/uploads"),
            new { subject = dealer, spot = dealer, kind = "Spot", name, bytes = file.Length, sha256 = PhotoStore.HashOf(file) });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task Piece(HttpClient browser, Guid upload, int at, byte[] piece)
    {
        using var content = new ByteArrayContent(piece);
        using var answer = await browser.PutAsync(At($"/photos/uploads/{upload}?offset={at}"), content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<Guid> Upload(HttpClient browser, Guid dealer, byte[] file, string name = "IMG_1.jpg")
    {
        var upload = (await Announce(browser, dealer, file, name)).GetProperty("id").GetGuid();
        for (var at = 0; at < file.Length; at += 64 * 1024) await Piece(browser, upload, at, file[at..Math.Min(at + (64 * 1024), file.Length)]);
        using var answer = await browser.PostAsync(At($"/photos/uploads/{upload}/finish"), null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    private sealed class Flood(long bytes, bool declared) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var piece = new byte[64 * 1024];
            for (var left = bytes; left > 0; left -= piece.Length) await stream.WriteAsync(piece.AsMemory(0, (int)Math.Min(left, piece.Length)));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes;
            return declared;
        }
    }
}
