using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Evidence;
using DealerPortal.Tests.Evidence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace DealerPortal.Tests.Compensation;

/// <summary>Documents of an excused span over plain HTTP: the same addresses as every photo, and the same answers to whoever has no business there.</summary>
public sealed class SpanPhotoEndpointTests(EvidenceHost host) : IClassFixture<EvidenceHost>
{
    [Fact]
    public async Task Staff_send_a_document_that_is_served_inert_to_whom_the_span_concerns_and_is_not_there_for_anybody_else()
    {
        using var agent = await host.Browser(Role.AfterSalesAgent);
        var (span, actor) = await Begun(agent);
        var photo = await Upload(agent, span, Pictures.Nikon, "scan.jpg");
        var today = host.Services.GetRequiredService<IClock>().GetCurrentInstant().InUtc().Date;
        var recorded = await host.Services.GetRequiredService<RecordSpan>().Run(new(span, ExcuseScope.Region, null, "north", null, "blizzard", today, today, "雪", ""), actor, default);
        Assert.Null(recorded.Refusal);

        foreach (var role in new[] { Role.AfterSalesSupervisor, Role.OperationsDirector })
        {
            using var reader = await host.Browser(role);
            using var answer = await reader.GetAsync(At($"/photos/{photo}/view"));
            Assert.Equal((HttpStatusCode.OK, "image/jpeg"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
            Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            using var taken = await reader.DeleteAsync(At($"/photos/{photo}"));
            Assert.Equal(role == Role.AfterSalesSupervisor ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Forbidden, taken.StatusCode);
        }
        using var dealer = await host.Browser(Role.DealerOwner, await host.AddDealer());
        using var south = await host.Browser(Role.RegionalManager, region: "south");
        foreach (var stranger in new[] { dealer, south })
        {
            foreach (var size in new[] { "thumb", "view", "original" })
            {
                using var answer = await stranger.GetAsync(At($"/photos/{photo}/{size}"));
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
            Assert.Equal("[]", await stranger.GetStringAsync(At($"/photos/of/{span}")));
            using var announced = await Announce(stranger, span, Pictures.Png(30, 20, "mine"), "mine.png");
            Assert.Equal(HttpStatusCode.NotFound, announced.StatusCode);
            using var removed = await stranger.DeleteAsync(At($"/photos/{photo}"));
            Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
        }
        Assert.Equal(1, await host.Db(db => db.Photos.CountAsync(known => known.Id == photo)));
    }

    [Theory]
    [InlineData("scan.svg", "<svg/>", "photo.is-svg")]
    [InlineData("scan.jpg", "<!doctype html><script>1</script>", "photo.is-html")]
    [InlineData("scan.jpg", "%PDF-1.7", "photo.type-not-taken")]
    public async Task What_is_no_picture_is_refused_and_nothing_of_it_is_kept(string name, string content, string code)
    {
        using var agent = await host.Browser(Role.AfterSalesAgent);
        var (span, _) = await Begun(agent);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => Upload(agent, span, System.Text.Encoding.UTF8.GetBytes(content), name));

        Assert.Equal(code, refused.Message);
        Assert.Equal((0, 0), await host.Db(async db => (await db.Photos.CountAsync(photo => photo.Subject == span), await db.PhotoUploads.CountAsync(upload => upload.Subject == span))));
    }

    private async Task<(Guid Span, Actor Actor)> Begun(HttpClient browser)
    {
        var who = (await browser.GetFromJsonAsync<JsonElement>(At("/photos/token"))).GetProperty("user").GetGuid();
        var actor = (await host.Db(db => db.Users.Include(user => user.Posts).SingleAsync(user => user.Id == who))).ActFrom("test");
        return ((await host.Services.GetRequiredService<BeginSpan>().Run(actor, default)).Value, actor);
    }

    private static async Task<Guid> Upload(HttpClient browser, Guid span, byte[] file, string name)
    {
        using var announced = await Announce(browser, span, file, name);
        var upload = (await Read(announced)).GetProperty("id").GetGuid();
        for (var at = 0; at < file.Length; at += SendPiece.MaxBytes)
        {
            using var piece = new ByteArrayContent(file, at, Math.Min(SendPiece.MaxBytes, file.Length - at));
            using var sent = await browser.PutAsync(At($"/photos/uploads/{upload}?offset={at}"), piece);
            await Read(sent);
        }
        using var finished = await browser.PostAsync(At($"/photos/uploads/{upload}/finish"), null);
        return (await Read(finished)).GetProperty("id").GetGuid();
    }

    private static Task<HttpResponseMessage> Announce(HttpClient browser, Guid span, byte[] file, string name) =>
        browser.PostAsJsonAsync(At("/photos/uploads"), new { subject = span, kind = "Document", name, bytes = file.Length, sha256 = PhotoStore.HashOf(file) });

    private static async Task<JsonElement> Read(HttpResponseMessage answer)
    {
        var said = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? said : throw new RefusedException(said.GetProperty("code").GetString()!);
    }

    private static Uri At(string address) => new(address, UriKind.Relative);

    private sealed class RefusedException(string code) : Exception(code);
}
