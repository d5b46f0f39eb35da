using DealerPortal.Domain;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace DealerPortal.Jobs;

/// <summary>The stand-alone worker: the timetable without the screens, for PostgreSQL and more than one machine.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        var builder = Host.CreateApplicationBuilder(args);
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource { Path = "appsettings.json", Optional = false, FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory) });
        var settings = (builder.Configuration.GetSection("Portal").Get<PortalSettings>() ?? new()).Under(builder.Environment.ContentRootPath);
#pragma warning disable RS0030 // The one place in this process that hands out the real clock.
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
        builder.Services.AddDealerPortalDomain(settings);
        builder.Services.AddDealerPortalJobs(settings);
        await builder.Build().RunAsync();
    }
}
