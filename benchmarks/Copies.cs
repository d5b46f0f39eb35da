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
        var columns = await Columns(table);
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
        await db.Database.OpenConnectionAsync();
        await Run($"CREATE TABLE \"{name}\" AS SELECT * FROM \"{table}\" WHERE 0; CREATE UNIQUE INDEX \"PK_{name}\" ON \"{name}\" (\"Id\")");
        await using var command = new SqliteCommand($"SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = '{table}' AND sql IS NOT NULL", (SqliteConnection)db.Database.GetDbConnection());
        var indexes = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) indexes.Add(reader.GetString(0));
        foreach (var sql in indexes) await Run(sql.Replace($"ON \"{table}\"", $"ON \"{name}\"", StringComparison.Ordinal).Replace("INDEX \"", $"INDEX \"{name}_", StringComparison.Ordinal));
    }

    public async Task Run(string sql)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<string>> Columns(string table)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = new SqliteCommand($"SELECT name FROM pragma_table_info('{table}')", (SqliteConnection)db.Database.GetDbConnection());
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync()) names.Add(reader.GetString(0));
        return names;
    }
}
