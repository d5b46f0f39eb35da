using DealerPortal.Domain.Accounts;

namespace DealerPortal.Tests.Support;

/// <summary>Tests in a browser share one host; whatever the server or a browser complained of fails the test that caused it.</summary>
[Trait("Category", "Browser")]
public abstract class BrowserTests(PortalHost host) : IAsyncLifetime
{
    private readonly List<Visit> visits = [];
    private bool expectsFaults;

    protected PortalHost Host => host;

    /// <summary>A person at a screen; nobody for one who is not signed in.</summary>
    protected async Task<Visit> Visit(Actor? person, Screen? screen = null, string language = Screen.Chinese, bool dark = false)
    {
        var visit = await Support.Visit.Start(host, person?.UserId, screen ?? Screen.Desktop, language, dark);
        visits.Add(visit);
        return visit;
    }

    /// <summary>For a test that causes trouble on purpose.</summary>
    protected void ExpectFaults() => expectsFaults = true;

    public Task InitializeAsync()
    {
        // Whoever moved the clock before has left; each test begins on the same morning.
        host.Clock.Now = PortalHost.Begins;
        host.Faults.Take();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var visit in visits) await visit.Leave();
        var faults = visits.SelectMany(visit => visit.Faults).Concat(host.Faults.Take()).ToList();
        if (!expectsFaults) Offences.None(faults);
    }
}

/// <summary>The browser tests of a portal that holds only what each test lays out.</summary>
[CollectionDefinition(Name)]
public sealed class Browsers : ICollectionFixture<PortalHost>
{
    public const string Name = "browsers";
}

/// <summary>The browser tests of the demonstration.</summary>
[CollectionDefinition(Name)]
public sealed class DemoBrowsers : ICollectionFixture<DemoHost>
{
    public const string Name = "demo browsers";
}
