using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DealerPortal.Benchmarks;

/// <summary>A dealer's first visit on a weak line: 300 ms of delay, 50 KB a second. Aims: the start page can be read within 3 s; 350 kB in all.</summary>
/// <remarks>The bytes are those of this build. What is published is compressed with brotli: measure that with <c>PORTAL_URL</c> and <c>PORTAL_COOKIE</c>.</remarks>
internal static class FirstVisit
{
    public static Task Run(TextWriter to) => BenchHost.Use(async host =>
    {
        var owner = await host.Db(db => db.Users.Where(user => user.UserName == "demo-owner-1").Select(user => user.Id).SingleAsync());
        var url = System.Environment.GetEnvironmentVariable("PORTAL_URL") ?? host.Url;
        var cookie = System.Environment.GetEnvironmentVariable("PORTAL_COOKIE") ?? await host.TicketOf(owner);
        // The server's own first time is no part of it.
        await Visit(host, url, cookie, isSlow: false);
        var quick = await Visit(host, url, cookie, isSlow: false);
        var slow = await Visit(host, url, cookie, isSlow: true);
        await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"{quick.Bytes / 1000.0:N0} kB over the line; on the weak line read after {slow.Read.TotalSeconds:N1} s, live after {slow.Live.TotalSeconds:N1} s"));
    }, hasDemo: true);

    private static async Task<(long Bytes, TimeSpan Read, TimeSpan Live)> Visit(BenchHost host, string url, string cookie, bool isSlow)
    {
        await using var context = await host.Browser.NewContextAsync();
        await context.AddCookiesAsync([new() { Name = "portal", Value = cookie, Url = url }]);
        var page = await context.NewPageAsync();
        var line = await context.NewCDPSessionAsync(page);
        var bytes = 0L;
        line.Event("Network.loadingFinished").OnEvent += (_, told) => bytes += (long)told!.Value.GetProperty("encodedDataLength").GetDouble();
        await line.SendAsync("Network.enable");
        if (isSlow)
            await line.SendAsync("Network.emulateNetworkConditions", new() { ["offline"] = false, ["latency"] = 300, ["downloadThroughput"] = 50_000, ["uploadThroughput"] = 20_000 });
        var clock = Stopwatch.StartNew();
        await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Commit });
        // Readable: painted, with its style.
        await page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0 && document.querySelector('main h1')");
        var read = clock.Elapsed;
        await page.Locator("[data-live=true]").WaitForAsync(new() { Timeout = 120_000 });
        return (bytes, read, clock.Elapsed);
    }
}
