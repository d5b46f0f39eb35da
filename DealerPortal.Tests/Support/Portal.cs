using DealerPortal.Domain;
using DealerPortal.Domain.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DealerPortal.Tests.Support;

/// <summary>The real domain on a real SQLite file of its own, with a clock that stands still. No screens, no scheduler.</summary>
public sealed class Portal : IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly string folder;

    private Portal(ServiceProvider provider, string folder, FixedClock clock) => (this.provider, this.folder, Clock) = (provider, folder, clock);

    public FixedClock Clock { get; }

    /// <summary>The portal's data folder, deleted with the portal.</summary>
    public string DataFolder => folder;

    public static async Task<Portal> Start(string now = "2026-03-02 09:00", Func<PortalSettings, PortalSettings>? with = null, Action<IServiceCollection>? also = null)
    {
        var folder = Directory.CreateTempSubdirectory("portal-").FullName;
        var settings = new PortalSettings { Pack = "doors-and-windows", DataFolder = folder };
        settings = with?.Invoke(settings) ?? settings;
        var clock = new FixedClock(Shanghai.At(now));
        var services = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.Warning)).AddSingleton<NodaTime.IClock>(clock);
        also?.Invoke(services);
        var provider = services.AddDealerPortalDomain(settings).BuildServiceProvider(validateScopes: true);
        await provider.GetRequiredService<PortalContexts>().Prepare(default);
        return new(provider, folder, clock);
    }

    /// <summary>An action, a view, or anything else the domain registers.</summary>
    public T The<T>() where T : notnull => provider.GetRequiredService<T>();

    /// <summary>Looks into, or lays things into, the database past the actions.</summary>
    public async Task<T> Db<T>(Func<PortalDb, Task<T>> look)
    {
        await using var db = await The<IDbContextFactory<PortalDb>>().CreateDbContextAsync();
        var seen = await look(db);
        await db.SaveChangesAsync();
        return seen;
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
