using DealerPortal.Tests.Support;
using DealerPortal.Web.Demo;
using DealerPortal.Web.TimeMachine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace DealerPortal.Tests.TimeMachine;

/// <summary>The portal as in Development, with its time machine and its jobs, but without the demonstration: a host of its own, because whoever travels takes everybody along.</summary>
/// <remarks>Underneath the movable clock time stands still, so that what is shown depends on the journey alone.</remarks>
public sealed class TravelHost : PortalHost
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-travel-").FullName;

    protected override string Environment => "Development";

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Jobs:Run", "true");
        builder.ConfigureTestServices(services => services
            .RemoveAll<IDemoStep>()
            .AddSingleton(new MovableClock(Clock, Path.Combine(folder, "clock.txt")))
            .AddSingleton<IClock>(provider => provider.GetRequiredService<MovableClock>()));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
