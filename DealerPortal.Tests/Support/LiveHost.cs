using DealerPortal.Web.TimeMachine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using IClock = NodaTime.IClock;

namespace DealerPortal.Tests.Support;

/// <summary>The portal in Development with everything that moves by itself: a clock that runs and can be moved forward, and the timetable.</summary>
public sealed class LiveHost : PortalHost
{
    protected override string Environment => "Development";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Jobs:Run", "true");
        builder.ConfigureTestServices(services => services.AddSingleton<IClock>(portal => portal.GetRequiredService<MovableClock>()));
    }
}

/// <summary>The browser tests of what moves by itself.</summary>
[CollectionDefinition(Name)]
public sealed class LiveBrowsers : ICollectionFixture<LiveHost>
{
    public const string Name = "live browsers";
}
