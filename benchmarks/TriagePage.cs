using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;

namespace DealerPortal.Benchmarks;

/// <summary>The triage page, asked for over HTTP and made on the server, with 1,000, 100,000 and 1,000,000 open cases. Aim: it grows by 1.3 at most.</summary>
internal static class TriagePage
{
    private const int Asked = 60;

    private static readonly int[] Sizes = [1_000, 100_000, 1_000_000];

    public static Task Run(TextWriter to) => BenchHost.Use(async host =>
    {
        var agent = await host.Person("bench-agent", (Role.AfterSalesAgent, null));
        var dealer = await host.Dealer("bench");
        var id = await ManyCases.File(host, agent, dealer.Id);
        using var client = new HttpClient { BaseAddress = new(host.Url) };
        client.DefaultRequestHeaders.Add("Cookie", $"portal={await host.TicketOf(agent.UserId!.Value)}");
        var (laid, first) = (1, TimeSpan.Zero);
        foreach (var size in Sizes)
        {
            await ManyCases.Copy(host, id, agent.UserId.Value, laid, size - laid);
            laid = size;
            await Ask(client, 20);
            var cost = await Cost.Of(() => Ask(client, Asked));
            if (first == TimeSpan.Zero) first = cost.Cpu;
            await to.WriteLineAsync($"{size,9:N0} cases: {cost.Cpu.TotalMilliseconds / Asked:N1} ms of processor a page, x{cost.Cpu / first:N2}");
        }
    });

    private static async Task Ask(HttpClient client, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var page = await client.GetStringAsync("/triage");
            if (!page.Contains("C0000", StringComparison.Ordinal)) throw new InvalidOperationException("The page shows no case.");
        }
    }
}
