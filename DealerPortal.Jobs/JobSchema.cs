using Hangfire.PostgreSql;
using Npgsql;

namespace DealerPortal.Jobs;

/// <summary>Lays out the scheduler's tables on PostgreSQL. Processes that start together take turns: two at once would run into each other.</summary>
internal static class JobSchema
{
    private const long Turn = 4_701_826_355_210_011;

    public static void Install(string connection)
    {
        // A line of its own: whatever happens, closing it gives the turn back.
        using var line = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false }.ConnectionString);
        line.Open();
        using (var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", line) { Parameters = { new() { Value = Turn } } }) take.ExecuteNonQuery();
        PostgreSqlObjectsInstaller.Install(line);
    }
}
