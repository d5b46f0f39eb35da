using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;
using Microsoft.Playwright;

namespace DealerPortal.Benchmarks;

/// <summary>The triage page, opened in a browser and made on the server, with 1,000, 100,000 and 1,000,000 open cases. Aim: it grows by 1.3 at most.</summary>
internal static class TriagePage
{
    private const int Asked = 30;

    private static readonly int[] Sizes = [1_000, 100_000, 1_000_000];

    public static Task Run(TextWriter to) => BenchHost.Use(async host =>
    {
        var agent = await host.Person("bench-agent", (Role.AfterSalesAgent, null));
        var dealer = await host.Dealer("bench");
        var id = await ManyCases.File(host, agent, dealer.Id);
        var context = await CircuitMemory.SignedIn(host, agent);
        var (laid, first) = (1, TimeSpan.Zero);
        foreach (var size in Sizes)
        {
            await ManyCases.Copy(host, id, agent.UserId!.Value, laid, size - laid);
            laid = size;
            // The first pages are compiled as they are asked for: that is no part of their cost.
            await Ask(context, host.Url, first == TimeSpan.Zero ? 4 * Asked : Asked);
            var cost = await Cost.Of(() => Ask(context, host.Url, Asked));
            if (first == TimeSpan.Zero) first = cost.Cpu;
            await to.WriteLineAsync($"{size,9:N0} cases: {cost.Cpu.TotalMilliseconds / Asked:N1} ms of processor a page, x{cost.Cpu / first:N2}");
        }
    });

    // Opened, drawn by the circuit, and left again.
    private static async Task Ask(IBrowserContext context, string url, int times)
    {
        for (var i = 0; i < times; i++) await (await CircuitMemory.Open(context, url)).CloseAsync();
    }
}
