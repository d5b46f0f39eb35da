using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DealerPortal.Benchmarks;

/// <summary>What one more person with a page open costs the process: anonymous memory, sixty at once, of the demonstration.</summary>
/// <remarks>
/// The same sixty browser tabs show an empty page before and after, so that what they cost the driver of the browser, which lives in this process
/// too, is no part of the figure. Aims: triage 500 KB, a dealer's start page 400 KB, the largest form 900 KB, given back within a quarter.
/// </remarks>
internal static class OpenPages
{
    private const int Tabs = 60;

    private static readonly (string What, string Person, string Address)[] Pages =
    [
        ("a dealer's start page", "demo-owner-1", "/"),
        ("the triage board", "demo-agent", "/triage"),
        ("the complaint form", "demo-owner-1", "/cases/new"),
        ("the call desk", "demo-service", "/hotline"),
        ("the excused spans", "demo-supervisor", "/late/excused"),
    ];

    public static Task Run(TextWriter to) => BenchHost.Use(async host =>
    {
        foreach (var (what, person, address) in Pages)
        {
            var actor = await host.Db(db => db.Users.Where(user => user.UserName == person).Select(user => user.Id).SingleAsync());
            await using var context = await SignedIn(host, actor);
            var tabs = new List<IPage>();
            for (var i = 0; i < Tabs; i++) tabs.Add(await context.NewPageAsync());
            // A first round makes what all circuits share, pools and code compiled twice among it, to the size that so many need.
            await Show(tabs, host.Url + address);
            await Show(tabs, "about:blank");
            var before = await Held();
            await Show(tabs, host.Url + address);
            var open = await Held();
            await Show(tabs, "about:blank");
            var after = await Held();
            await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{what}: {(open - before) / Tabs:N0} KB a circuit; {(after - before) * 100.0 / Math.Max(1, open - before):N0} % still held when all are closed"));
        }
    }, hasDemo: true);

    private static async Task<IBrowserContext> SignedIn(BenchHost host, Guid person)
    {
        var context = await host.Browser.NewContextAsync();
        await context.AddCookiesAsync([new() { Name = "portal", Value = await host.TicketOf(person), Url = host.Url }]);
        return context;
    }

    private static async Task Show(IEnumerable<IPage> tabs, string address)
    {
        foreach (var tab in tabs)
        {
            await tab.GotoAsync(address);
            if (address != "about:blank") await tab.Locator("[data-live=true]").WaitForAsync();
        }
    }

    // In KB, after the collector has done what it can and the circuits that were left have ended.
    private static async Task<long> Held()
    {
        await Task.Delay(4_000);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        var line = (await File.ReadAllLinesAsync("/proc/self/status")).Single(one => one.StartsWith("RssAnon:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
