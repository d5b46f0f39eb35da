using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;
using Microsoft.Playwright;

namespace DealerPortal.Benchmarks;

/// <summary>What one more person with the triage board open costs the server's memory. Aim: 400 KB.</summary>
internal static class CircuitMemory
{
    private const int People = 24;

    public static Task Run(TextWriter to) => BenchHost.Use(async host =>
    {
        var agent = await host.Person("bench-agent", (Role.AfterSalesAgent, null));
        var dealer = await host.Dealer("bench");
        await ManyCases.Copy(host, await ManyCases.File(host, agent, dealer.Id), agent.UserId!.Value, 1, 200);
        var context = await SignedIn(host, agent);
        for (var i = 0; i < People; i++) await Open(context, host.Url);
        await Task.Delay(2_000);
        var open = Held();
        // What the browser's pages cost this process, which drives them, stays until they are closed: it is no part of the portal.
        foreach (var page in context.Pages) await page.EvaluateAsync("Blazor.disconnect()");
        await Task.Delay(5_000);
        await to.WriteLineAsync($"{(open - Held()) / context.Pages.Count / 1024:N0} KB a circuit with 50 rows of the triage board, over {context.Pages.Count} circuits");
    });

    internal static async Task<IBrowserContext> SignedIn(PortalHost host, Actor person)
    {
        var context = await host.Browser.NewContextAsync();
        await context.AddCookiesAsync([new() { Name = "portal", Value = await host.TicketOf(person.UserId!.Value), Url = host.Url }]);
        return context;
    }

    internal static async Task<IPage> Open(IBrowserContext context, string url)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(url + "/triage");
        await page.Locator("main a[href^='/cases/']").First.WaitForAsync();
        return page;
    }

    private static long Held()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
