using DealerPortal.Tests.Support;
using Xunit;

namespace DealerPortal.Benchmarks;

/// <summary>The whole portal on a real port, with a browser, for as long as a measurement takes.</summary>
internal sealed class BenchHost(bool hasDemo = false) : PortalHost
{
    protected override string Environment => hasDemo ? "Development" : base.Environment;

    public static async Task Use(Func<BenchHost, Task> measure, bool hasDemo = false)
    {
        var host = new BenchHost(hasDemo);
        await host.InitializeAsync();
        try { await measure(host); }
        finally { await ((IAsyncLifetime)host).DisposeAsync(); }
    }
}
