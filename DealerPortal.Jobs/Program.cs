using DealerPortal.Domain;
using DealerPortal.Domain.Evidence.Copies;
using DealerPortal.Domain.Storage;
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
    private static async Task<int> Main(string[] args)
    {
        if (args is [PictureWorker.Verb, .. var bounds]) return PictureWorker.Run(bounds);

        var builder = Host.CreateApplicationBuilder(args);
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource { Path = "appsettings.json", Optional = false, FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory) });
        var settings = (builder.Configuration.GetSection("Portal").Get<PortalSettings>() ?? new()).Under(builder.Environment.ContentRootPath) with { Jobs = new(Run: true) };
        if (!settings.Database.IsPostgres)
        {
            await Console.Error.WriteLineAsync("The worker shares a database with other processes and so needs PostgreSQL: set Portal:Database:Provider to Postgres and "
                + "Portal:Database:Connection. On SQLite the Web process runs the timetable itself (Portal:Jobs:Run, which is true unless set otherwise).");
            return 1;
        }

#pragma warning disable RS0030 // The one place in this process that hands out the real clock.
        builder.Services.AddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
        builder.Services.AddDealerPortalDomain(settings);
        builder.Services.AddDealerPortalJobs(settings);
        using var host = builder.Build();
        await host.Services.GetRequiredService<PortalContexts>().Prepare(default);
        await host.RunAsync();
        return 0;
    }
}
