using DealerPortal.Domain;
using DealerPortal.Domain.Storage;
using Microsoft.Data.Sqlite;

namespace DealerPortal.Tests.Support;

/// <summary>Data folders made once a run and copied for each portal that needs one: the way to them is the same for all, and is walked where it is tested.</summary>
internal static class Ready
{
    private static readonly Lazy<Task<string>> Migrated = new(Migrate);
    private static readonly Lazy<Task<string>> Told = new(Tell);

    /// <summary>Lays a database that is migrated and empty into the folder.</summary>
    public static async Task Empty(string folder) => Copy(await Migrated.Value, folder);

    /// <summary>Lays the demonstration into the folder, as it is on the morning when tests begin.</summary>
    public static async Task Demo(string folder) => Copy(await Told.Value, folder);

    private static async Task<string> Migrate()
    {
        var folder = NewFolder();
        await new PortalContexts(new PortalSettings { DataFolder = folder }).Prepare(default);
        SqliteConnection.ClearAllPools();
        return folder;
    }

    private static async Task<string> Tell()
    {
        var folder = NewFolder();
        await Empty(folder);
        await using (var teller = new DemoHost(folder)) teller.StartServer();
        SqliteConnection.ClearAllPools();
        return folder;
    }

    private static string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("portal-ready-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
