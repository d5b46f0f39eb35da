using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Storage;

/// <summary>Hands out a fresh context on the database that the settings name.</summary>
public sealed class PortalContexts : IDbContextFactory<PortalDb>
{
    private readonly Func<PortalDb> create;

    public PortalContexts(PortalSettings settings)
    {
        if (settings.Database.IsPostgres)
        {
            var options = PostgresPortalDb.Options(settings.Database.Connection ?? throw new InvalidOperationException(
                "Portal:Database:Provider is Postgres, but Portal:Database:Connection is empty. Give it a connection string."));
            create = () => new PostgresPortalDb(options) { Channels = settings.Channels };
        }
        else
        {
            var options = SqlitePortalDb.Options(settings.Database.Connection ?? $"Data Source={Path.Combine(settings.DataFolder, "portal.db")}");
            create = () => new SqlitePortalDb(options) { Channels = settings.Channels };
        }
    }

    public PortalDb CreateDbContext() => create();

    /// <summary>Brings the database to the newest migration, creating it where there is none.</summary>
    public async Task Prepare(CancellationToken stop)
    {
        await using var db = create();
        await db.Database.MigrateAsync(stop);
        await Guards.Lay(db, stop);
        await TextSearch.Lay(db, stop);
    }
}
