using DealerPortal.Tests.Support;
using Xunit;

namespace DealerPortal.Benchmarks;

/// <summary>The whole portal on a real port, with a browser, for as long as a measurement takes.</summary>
internal sealed class BenchHost : PortalHost
{
    public static async Task Use(Func<BenchHost, Task> measure)
    {
        var host = new BenchHost();
        await host.InitializeAsync();
        try { await measure(host); }
        finally { await ((IAsyncLifetime)host).DisposeAsync(); }
    }
}
