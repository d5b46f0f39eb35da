using System.Text.Json;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Evidence.Formats;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Words;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Evidence;

[Trait("Category", "Browser")]
public sealed class PhotoStripTests(PhotoStripTests.Host host) : IClassFixture<PhotoStripTests.Host>
{
    [Fact]
    public async Task Photos_chosen_are_sent_shown_and_looked_at()
    {
        var dealer = await host.AddDealer();
        await using var phone = await host.Phone(dealer);
        var page = await host.Open(phone, dealer);

        await Choose(page, "DSCN0010.jpg", "portrait_6.jpg");
        await Assertions.Expect(page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(2);
        await page.WaitForFunctionAsync("document.querySelectorAll('.photo img').length === 2 && [...document.querySelectorAll('.photo img')].every(image => image.naturalWidth === 320 || image.naturalHeight === 320)");

        var photos = await host.Db(db => db.Photos.Where(photo => photo.DealerId == dealer).OrderBy(photo => photo.Bytes).ToListAsync());
        Assert.Equal(Pictures.Nikon, await File.ReadAllBytesAsync(Path.Combine(host.Photos, photos[1].Sha256[..2], photos[1].Sha256[2..4], photos[1].Sha256)));
        await Until(async () => (await host.Db(db => db.Photos.CountAsync(photo => photo.DealerId == dealer && photo.ViewSha256 != null && photo.ThumbSha256 != null))) == 2);

        await page.Locator(".photo .tile").First.ClickAsync();
        await Assertions.Expect(page.Locator(".photo-viewer .photo-when")).ToContainTextAsync("2008");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".photo-viewer .strong")).ToHaveTextAsync("第 2 张，共 2 张");
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.PressAsync("+");
        Assert.Contains("rotate(90deg)", await page.Locator(".photo-stage img").GetAttributeAsync("style"), StringComparison.Ordinal);
        await Shot(page, "viewer");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".photo-viewer")).ToBeHiddenAsync();
        await Shot(page, "strip");
    }

    [Fact]
    public async Task Taken_without_a_connection_and_after_a_reload_they_are_sent_when_it_is_back()
    {
        var dealer = await host.AddDealer();
        await using var phone = await host.Phone(dealer);
        var page = await host.Open(phone, dealer);
        await Assertions.Expect(page.Locator(".photo-count")).ToHaveTextAsync("0 / 3 张");

        await phone.SetOfflineAsync(true);
        await Choose(page, "DSCN0010.jpg", "landscape_3.jpg");
        await Assertions.Expect(page.Locator(".photo[data-state=waiting]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".photo-news")).ToContainTextAsync("没有网络");
        await Shot(page, "offline");
        await page.CloseAsync();
        Assert.Equal(0, await host.Db(db => db.Photos.CountAsync(photo => photo.DealerId == dealer)));
        await phone.SetOfflineAsync(false);
        page = await host.Open(phone, dealer);

        await Assertions.Expect(page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".photo-count")).ToHaveTextAsync("2 / 3 张");
    }

    [Fact]
    public async Task Cut_off_in_the_middle_it_goes_on_from_there()
    {
        var dealer = await host.AddDealer();
        await using var phone = await host.Phone(dealer);
        var page = await host.Open(phone, dealer);
        var pieces = 0;
        await page.RouteAsync("**/photos/uploads/*?offset=*", route => Interlocked.Increment(ref pieces) == 3 ? route.AbortAsync() : route.ContinueAsync());

        await Choose(page, "jolla.jpg");
        await Assertions.Expect(page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(1);

        // 811,904 bytes are four pieces, one of them tried twice.
        Assert.Equal(5, pieces);
    }

    [Fact]
    public async Task A_refused_photo_says_why_and_the_others_go_on()
    {
        var dealer = await host.AddDealer();
        await using var phone = await host.Phone(dealer);
        var page = await host.Open(phone, dealer);

        await page.Locator("input[multiple]").SetInputFilesAsync(new FilePayload[]
        {
            new() { Name = "IMG_1.jpg", MimeType = "image/jpeg", Buffer = [.. Pictures.Nikon, .. Pictures.Zip()] },
            new() { Name = "IMG_2.jpg", MimeType = "image/jpeg", Buffer = Pictures.Nikon },
        });

        await Assertions.Expect(page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".photo[data-state=failed] .photo-words")).ToContainTextAsync("带有别的内容");
        await Shot(page, "failed");
        Offences.None([.. await Axe.Obstacles(page), .. await Axe.Unreadable(page)]);

        var remove = page.Locator(".photo[data-state=failed] .photo-remove");
        await remove.ClickAsync();
        await Assertions.Expect(remove).ToHaveTextAsync("确认移除");
        await remove.ClickAsync();
        await Assertions.Expect(page.Locator(".photo")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task With_the_session_over_the_photos_stay_and_say_so_and_another_person_does_not_send_them()
    {
        var dealer = await host.AddDealer();
        await using var phone = await host.Phone(dealer);
        var first = host.OwnerOf(phone);
        var page = await host.Open(phone, dealer);
        var cookies = await phone.CookiesAsync();
        await phone.ClearCookiesAsync();

        await Choose(page, "DSCN0010.jpg");
        await Assertions.Expect(page.Locator(".photo-news")).ToContainTextAsync("登录已过期");
        await host.SignInOn(phone, dealer);
        page = await host.Open(phone, dealer);
        await Assertions.Expect(page.Locator(".photo-count")).ToHaveTextAsync("0 / 3 张");
        await Task.Delay(1000);
        Assert.Equal(0, await host.Db(db => db.Photos.CountAsync(photo => photo.DealerId == dealer)));

        await phone.ClearCookiesAsync();
        await phone.AddCookiesAsync(cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = host.Url }));
        page = await host.Open(phone, dealer, first);
        await Assertions.Expect(page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_HEIC_is_shown_though_this_browser_cannot_read_it()
    {
        var dealer = await host.AddDealer();
        await using var phone = await host.Phone(dealer);
        var page = await host.Open(phone, dealer);

        await Choose(page, "IMG_5195.HEIC");

        await page.WaitForFunctionAsync("document.querySelector('.photo[data-state=sent] img')?.naturalHeight === 320", null, new() { Timeout = 120_000 });
        Assert.Equal(PictureType.Heic.MediaType(), (await host.Db(db => db.Photos.SingleAsync(photo => photo.DealerId == dealer))).MediaType);
        await page.Locator(".photo .tile").ClickAsync();
        await page.WaitForFunctionAsync("document.querySelector('.photo-stage img').naturalHeight === 1600");
        await Shot(page, "heic");
    }

    [Fact]
    public async Task Whose_preview_it_is_stands_beside_it_until_the_portal_has_its_own()
    {
        var dealer = await host.AddDealer();
        await using var phone = await host.Phone(dealer);
        var page = await host.Open(phone, dealer);
        await Choose(page, "DSCN0010.jpg");
        await Assertions.Expect(page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(1);
        await Until(async () => await host.Db(db => db.Photos.AnyAsync(photo => photo.DealerId == dealer && photo.CopiesMadeAt != null)));
        var preview = "Senders";
        await page.RouteAsync("**/photos/of/*", async route =>
        {
            var answer = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = answer, Body = (await answer.TextAsync()).Replace("\"Own\"", $"\"{preview}\"", StringComparison.Ordinal) });
        });

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".photo .tile-mark")).ToHaveTextAsync("已发送 · 发送方预览");
        await page.Locator(".photo .tile").ClickAsync();
        await Assertions.Expect(page.Locator(".photo-viewer .photo-when")).ToContainTextAsync("发送方设备做的预览");
        await page.Keyboard.PressAsync("Escape");
        await Shot(page, "senders");
        preview = "Own";
        await Assertions.Expect(page.Locator(".photo .tile-mark")).ToHaveTextAsync("已发送");
        Assert.EndsWith("?of=Own", await page.Locator(".photo img").GetAttributeAsync("src"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_photo_that_cannot_be_decoded_it_says_that_there_is_no_preview()
    {
        var dealer = await host.AddDealer();
        await using var phone = await host.Phone(dealer);
        var page = await host.Open(phone, dealer);

        await page.Locator("input[multiple]").SetInputFilesAsync(new FilePayload { Name = "IMG_1.jpg", MimeType = "image/jpeg", Buffer = Pictures.Jpeg(640, 480) });

        await Assertions.Expect(page.Locator(".photo[data-state=sent] .photo-blank")).ToHaveTextAsync("无法制作预览，原片已保存");
        await Shot(page, "impossible");
    }

    [Fact]
    public async Task On_a_shop_s_network_without_https_it_works_too()
    {
        var dealer = await host.AddDealer();
        await using var phone = await host.Phone(dealer);
        var plain = $"http://portal.test:{new Uri(host.Url).Port}";
        await phone.AddCookiesAsync((await phone.CookiesAsync()).Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = plain }));
        var page = await phone.NewPageAsync();
        await page.GotoAsync(plain + "/sign-in");
        Assert.False(await page.EvaluateAsync<bool>("isSecureContext"));
        await page.EvaluateAsync("options => import('/photos.js').then(({ attach }) => attach(document.body.appendChild(document.createElement('div')), JSON.parse(options)))", Host.Options(dealer, host.OwnerOf(phone)));

        await Choose(page, "DSCN0010.jpg");

        await Assertions.Expect(page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task One_removed_is_gone_everywhere()
    {
        var dealer = await host.AddDealer();
        await using var phone = await host.Phone(dealer);
        var page = await host.Open(phone, dealer);
        await Choose(page, "DSCN0010.jpg", "portrait_6.jpg");
        await Assertions.Expect(page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(2);

        await page.Locator(".photo-remove").First.ClickAsync();
        await page.Locator(".photo-remove").First.ClickAsync();

        await Assertions.Expect(page.Locator(".photo")).ToHaveCountAsync(1);
        Assert.Equal(1, await host.Db(db => db.Photos.CountAsync(photo => photo.DealerId == dealer)));
    }

    private static Task Choose(IPage page, params string[] names) =>
        page.Locator("input[multiple]").SetInputFilesAsync(names.Select(name => Path.Combine(AppContext.BaseDirectory, "TestData", "photos", name)));

    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var attempt = 0; attempt < 100 && !await holds(); attempt++) await Task.Delay(100);
        Assert.True(await holds());
    }

    private static async Task Shot(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SHOTS") is { } folder) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"photos-{name}.png") });
    }

    /// <summary>A portal with a phone in front of it.</summary>
    public sealed class Host : EvidenceHost
    {
        private readonly Dictionary<IBrowserContext, Guid> owners = [];
        private IBrowser? chromium;

        public override async Task InitializeAsync()
        {
            await base.InitializeAsync();
            chromium = await Chromium.Started();
        }

        /// <summary>A phone whose owner is signed in.</summary>
        public async Task<IBrowserContext> Phone(Guid dealer)
        {
            var phone = await chromium!.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, IsMobile = true, HasTouch = true, DeviceScaleFactor = 2, Locale = "zh-CN" });
            await SignInOn(phone, dealer);
            return phone;
        }

        public async Task SignInOn(IBrowserContext phone, Guid dealer)
        {
            var (id, cookie) = await SignIn(Role.DealerOwner, dealer);
            await phone.AddCookiesAsync([new() { Name = "portal", Value = cookie, Url = Url }]);
            owners[phone] = id;
        }

        public Guid OwnerOf(IBrowserContext phone) => owners[phone];

        /// <summary>A page with nothing on it but one strip, as the part attaches it.</summary>
        public async Task<IPage> Open(IBrowserContext phone, Guid dealer, Guid? signedIn = null)
        {
            var page = await phone.NewPageAsync();
            var options = Options(dealer, signedIn ?? owners[phone]);
            var html = $$"""
                <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>照片</title><meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="/theme.css"><link rel="stylesheet" href="/portal.css"><link rel="stylesheet" href="/photos.css"></head>
                <body><main style="padding:16px"><h1>照片</h1><div id="strip" class="photo-strip" role="group" aria-label="照片"></div></main>
                <script type="module">import { attach } from '/photos.js'; attach(document.getElementById('strip'), {{options}});</script></body></html>
                """;
            await page.RouteAsync("**/photo-page", route => route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html }));
            await page.GotoAsync(Url + "/photo-page");
            return page;
        }

        /// <summary>What the part hands to the script.</summary>
        public static string Options(Guid dealer, Guid user)
        {
            var words = Lexicon.Chinese.Keys.Where(key => key.StartsWith("photos.", StringComparison.Ordinal)).ToDictionary(key => key["photos.".Length..], key => Lexicon.Chinese.Find(key));
            return JsonSerializer.Serialize(new { subject = dealer, spot = dealer, kind = "Spot", takes = true, needed = 3, user, words });
        }
    }
}
