using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using SQLite;

namespace DealerPortal.Tests.Storage;

/// <summary>The portal's database and the job server's store read their files with one and the same native library.</summary>
public sealed class NativeSqliteTests
{
    private const string Library = "libe_sqlite3.so";

    [Fact]
    public async Task One_native_library_is_delivered_loaded_and_of_the_pinned_version()
    {
        await using var portal = await Portal.Start();
        using var jobs = new SQLiteConnection(":memory:");

        var versions = new[]
        {
            await portal.Db(db => db.Database.SqlQuery<string>($"SELECT sqlite_version() AS Value").SingleAsync()),
            jobs.ExecuteScalar<string>("SELECT sqlite_version()"),
        };

        Assert.Equal(["3.53.4", "3.53.4"], versions);
        var delivered = Directory.GetFiles(AppContext.BaseDirectory, Library, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(AppContext.BaseDirectory, path))
            .Where(path => !path.StartsWith("runtimes/", StringComparison.Ordinal) || path.StartsWith("runtimes/linux-x64/", StringComparison.Ordinal));
        Assert.Single(delivered);
        // A line of the map ends with the path of the file that is mapped there.
        var mapped = (await File.ReadAllLinesAsync("/proc/self/maps")).Select(line => line.Split(' ')[^1]);
        var loaded = mapped.Where(path => path.EndsWith(Library, StringComparison.Ordinal));
        Assert.Single(loaded.Distinct());
    }
}
