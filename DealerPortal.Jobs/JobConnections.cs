using Hangfire.PostgreSql;
using Npgsql;

namespace DealerPortal.Jobs;

/// <summary>The scheduler's connections to PostgreSQL: from the pool that the portal's own queries use.</summary>
internal sealed class JobConnections(string connection) : IConnectionFactory
{
    public NpgsqlConnection GetOrCreateConnection() => new(connection);
}
