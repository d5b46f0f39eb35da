using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using NodaTime;

namespace DealerPortal.Domain.Storage;

/// <summary>The portal on PostgreSQL: several processes, one truth.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Instant>().HaveConversion<TimestampConverter>();
    }

    internal static DbContextOptions<PostgresPortalDb> Options(string connection) =>
        new DbContextOptionsBuilder<PostgresPortalDb>().UseNpgsql(connection).Options;
}

/// <summary>What <c>dotnet ef</c> builds the PostgreSQL migrations with.</summary>
internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresPortalDb>
{
    public PostgresPortalDb CreateDbContext(string[] args) => new(PostgresPortalDb.Options("Host=localhost;Database=design"));
}
