using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NodaTime;

namespace DealerPortal.Domain.Storage;

/// <summary>The portal on its embedded database: one file, one process.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<MicrosecondsConverter>();
    }

    internal static DbContextOptions<SqlitePortalDb> Options(string connection) =>
        new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite(connection).AddInterceptors(new Pragmas()).Options;

    // FULL: what a person was told is saved survives a power cut.
    private sealed class Pragmas : DbConnectionInterceptor
    {
        private const string Sql = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000; PRAGMA foreign_keys=ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

/// <summary>What <c>dotnet ef</c> builds the SQLite migrations with.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args) => new(SqlitePortalDb.Options("Data Source=design.db"));
}
