using DealerPortal.Domain.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Benchmarks;

/// <summary>Many copies of one real row and its parts, made by the database itself: what a year of use would have left, in seconds. SQLite only.</summary>
internal sealed class Copies(PortalDb db)
{
    /// <summary>An id of the n-th copy, different for each kind of row.</summary>
    public static string Id(int kind) => $"printf('%08X-0000-7000-{0x8000 + kind:X4}-%012X', n, n)";

    /// <summary>Copies the row of the id, with the columns named here in place of its own. <c>n</c> counts from <paramref name="from"/>.</summary>
    public async Task Of(string table, Guid id, int from, int count, params (string Column, string Sql)[] instead)
    {
        var columns = await Read($"SELECT name FROM pragma_table_info('{table}')");
        var values = columns.Select(column => instead.FirstOrDefault(one => one.Column == column).Sql ?? $"one.\"{column}\"");
        await Run($"""
            WITH RECURSIVE counted(n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM counted WHERE n + 1 < {from + count})
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            SELECT {string.Join(", ", values)} FROM counted CROSS JOIN "{table}" AS one WHERE one."Id" = '{id.ToString().ToUpperInvariant()}'
            """);
    }

    /// <summary>An empty table of the same columns and indexes, without references and triggers.</summary>
    public async Task Like(string table, string name)
    {
        await Run($"CREATE TABLE \"{name}\" AS SELECT * FROM \"{table}\" WHERE 0; CREATE UNIQUE INDEX \"PK_{name}\" ON \"{name}\" (\"Id\")");
        foreach (var sql in await Read($"SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = '{table}' AND sql IS NOT NULL"))
            await Run(sql.Replace($"ON \"{table}\"", $"ON \"{name}\"", StringComparison.Ordinal).Replace("INDEX \"", $"INDEX \"{name}_", StringComparison.Ordinal));
    }

    /// <summary>Fills the tables without their indexes, which are built anew afterwards, sorted: a dozen trees grown by a million leaves, one at a time and with
    /// SQLite's two megabytes of cache, would take longer than all that is measured.</summary>
    public async Task Into(string[] tables, Func<Task> fill)
    {
        await Run("PRAGMA synchronous=OFF; PRAGMA cache_size=-500000; PRAGMA temp_store=MEMORY; PRAGMA foreign_keys=OFF");
        var names = string.Join(", ", tables.Select(table => $"'{table}'"));
        var indexes = await Read($"SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({names})");
        foreach (var name in await Read($"SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({names})")) await Run($"DROP INDEX \"{name}\"");
        await fill();
        foreach (var index in indexes) await Run(index);
        await Run("ANALYZE; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA cache_size=-2000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
    }

    public async Task Run(string sql)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<string>> Read(string sql)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = new SqliteCommand(sql, (SqliteConnection)db.Database.GetDbConnection());
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }
}
