using Microsoft.Playwright;

namespace DealerPortal.Tests.Support;

/// <summary>The one browser of a test run; each visit has a context of its own in it, with its own cookies and storage. It ends with the process.</summary>
internal static class Chromium
{
    // The shell draws pages and nothing around them; a whole browser takes three times the work to open one.
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];

    private static readonly Lazy<Task<IBrowser>> Running = new(Launch);

    public static Task<IBrowser> Started() => Running.Value;

    private static async Task<IBrowser> Launch()
    {
        // Long, for a slow machine: what comes at all is not waited for any longer.
        Assertions.SetDefaultExpectTimeout(60_000);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Programs.First(File.Exists),
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                // A name that is not this machine's own, for what a browser allows only on localhost or over HTTPS.
                // One process draws all pages, and what a page's scripts do once is not compiled for speed: a third of the work of a page that is opened.
                "--renderer-process-limit=1", "--js-flags=--no-opt --no-sparkplug",
                "--no-proxy-server", "--host-resolver-rules=MAP portal.test 127.0.0.1",
            ],
        });
    }
}
