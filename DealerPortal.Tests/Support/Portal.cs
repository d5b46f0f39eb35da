using DealerPortal.Domain;
using DealerPortal.Domain.Evidence.Copies;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime.Testing;

namespace DealerPortal.Tests.Support;

/// <summary>Which database a portal of the tests stands on.</summary>
public enum Database
{
    Sqlite,
    Postgres,
}

/// <summary>The real domain on a real database of its own, with a clock that stands still. No screens, no scheduler.</summary>
public sealed class Portal : IPortal, IAsyncDisposable
{
    private readonly ServiceProvider provider;
    private readonly PortalSettings settings;
    private readonly Action<IServiceCollection>? also;
    private readonly bool isOwner;

    private Portal(ServiceProvider provider, PortalSettings settings, FakeClock clock, Action<IServiceCollection>? also, bool isOwner) =>
        (this.provider, this.settings, Clock, this.also, this.isOwner) = (provider, settings, clock, also, isOwner);

    public FakeClock Clock { get; }

    /// <summary>The portal's data folder, deleted with the portal.</summary>
    public string DataFolder => settings.DataFolder;

    /// <param name="also">Registers what takes the place of the domain's own, such as a stand-in at a seam.</param>
    /// <param name="on">PostgreSQL starts a server of the tests' own when first asked for; such tests bear the trait <c>Postgres</c>.</param>
    public static async Task<Portal> Start(
        string now = "2026-03-02 09:00", Func<PortalSettings, PortalSettings>? with = null, Action<IServiceCollection>? also = null, Database on = Database.Sqlite)
    {
        var settings = With(Directory.CreateTempSubdirectory("portal-").FullName);
        if (on == Database.Postgres) settings = settings with { Database = new("Postgres", await PostgresServer.NewDatabase()) };
        var portal = Of(with?.Invoke(settings) ?? settings, new(Shanghai.At(now)), also);
        if (on == Database.Sqlite && portal.settings.Database.Connection is null) await Ready.Empty(portal.DataFolder);
        else await portal.The<PortalContexts>().Prepare(default);
        return portal;
    }

    /// <summary>The portal that another process began in this data folder, on the pack and the regions of <see cref="Start"/>.</summary>
    public static Portal In(string folder, NodaTime.Instant now) => Of(With(folder), new(now), null, isOwner: false);

    /// <summary>A process of its own on a PostgreSQL database that another portal has laid out. Dispose it first.</summary>
    public static Portal Over(string connection, NodaTime.Instant now) =>
        Of(With(Path.GetTempPath()) with { Database = new("Postgres", connection) }, new(now), null, isOwner: false);

    private static PortalSettings With(string folder) => new()
    {
        Pack = "doors-and-windows",
        Regions = [new("north", "北区", "North"), new("east", "东区", "East"), new("south", "南区", "South")],
        DataFolder = folder,
    };

    // Read once: the book never changes.
    private static readonly Lazy<PolicyBook> Book = new(() => new(new PortalSettings { Pack = "doors-and-windows" }));

    /// <summary>A second process on the same database and the same clock. Dispose it first.</summary>
    public Portal Peer() => Of(settings, Clock, also, isOwner: false);

    /// <summary>The PostgreSQL database it stands on; null on SQLite.</summary>
    public string? Connection => settings.Database.Connection;

    /// <inheritdoc/>
    public T The<T>() where T : notnull => provider.GetRequiredService<T>();

    /// <inheritdoc/>
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
        if (!isOwner) return;
        if (settings.Database.IsPostgres) await PostgresServer.Drop(settings.Database.Connection!);
        else
        {
            await using var db = (SqlitePortalDb)new PortalContexts(settings).CreateDbContext();
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }
        Directory.Delete(settings.DataFolder, recursive: true);
    }

    private static Portal Of(PortalSettings settings, FakeClock clock, Action<IServiceCollection>? also, bool isOwner = true)
    {
        var services = new ServiceCollection().AddLogging(log => log.SetMinimumLevel(LogLevel.Warning)).AddSingleton<NodaTime.IClock>(clock);
        also?.Invoke(services);
        services.TryAddSingleton(new PictureProgram(typeof(Program).Assembly));
        if (settings is { Pack: "doors-and-windows", PacksFolder: null }) services.AddSingleton(Book.Value);
        services.AddDealerPortalDomain(settings);
        return new(services.BuildServiceProvider(validateScopes: true), settings, clock, also, isOwner);
    }
}
