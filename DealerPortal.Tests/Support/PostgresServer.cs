using System.Diagnostics;
using System.Net.Sockets;
using System.Net;
using DealerPortal.Domain.Storage;
using Npgsql;

namespace DealerPortal.Tests.Support;

/// <summary>A PostgreSQL server of the tests' own: a fresh cluster in a temporary folder on a free port, started when first asked for and gone with the test run.</summary>
/// <remarks>PostgreSQL refuses to run as root: then it runs as the user <c>postgres</c>, whom the Debian package makes.</remarks>
public static class PostgresServer
{
    private const string Template = "portal_template";

    private static readonly Lazy<Task<Cluster>> Running = new(Start);

    /// <summary>Makes a database that is migrated and empty, and answers with its connection string.</summary>
    public static async Task<string> NewDatabase()
    {
        var cluster = await Running.Value;
        var name = "portal_" + Guid.NewGuid().ToString("N");
        await Execute(cluster.Connection("postgres"), $"CREATE DATABASE {name} TEMPLATE {Template}");
        return cluster.Connection(name);
    }

    public static async Task Drop(string connection)
    {
        var name = new NpgsqlConnectionStringBuilder(connection).Database!;
        await using (var pool = new NpgsqlConnection(connection)) NpgsqlConnection.ClearPool(pool);
        await Execute((await Running.Value).Connection("postgres"), $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    /// <summary>Cuts every connection to the database, as a failing network would.</summary>
    public static async Task CutConnections(string connection) => await Execute(
        (await Running.Value).Connection("postgres"),
        $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{new NpgsqlConnectionStringBuilder(connection).Database}'");

    public static async Task Execute(string connection, string sql)
    {
        await using var line = new NpgsqlConnection(connection);
        await line.OpenAsync();
        await using var command = new NpgsqlCommand(sql, line);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<Cluster> Start()
    {
        var bin = FindPrograms();
        var folder = Directory.CreateTempSubdirectory("portal-pg-").FullName;
        if (IsRoot) await Run("chown", "postgres", folder);
        var data = Path.Combine(folder, "data");
        await RunAsPostgres(folder, Path.Combine(bin, "initdb"), "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N");

        var port = FreePort();
        var options = $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200";
        await RunAsPostgres(folder, Path.Combine(bin, "pg_ctl"), "-D", data, "-l", Path.Combine(folder, "log"), "-o", options, "-w", "start");
        var cluster = new Cluster(port);
        await Migrate(cluster);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(folder);
        return cluster;
    }

    // Once for all tests: a copy is made in a moment.
    private static async Task Migrate(Cluster cluster)
    {
        await Execute(cluster.Connection("postgres"), $"CREATE DATABASE {Template}");
        var connection = cluster.Connection(Template);
        await new PortalContexts(new() { Database = new("Postgres", connection) }).Prepare(default);
        await using var pool = new NpgsqlConnection(connection);
        NpgsqlConnection.ClearPool(pool);
    }

    // The test host does not wait for us: a shell of its own stops the server and sweeps up.
    private static void Stop(string folder) => Process.Start(new ProcessStartInfo(
        "/bin/sh", ["-c", "kill -QUIT \"$(head -1 \"$1/data/postmaster.pid\")\"; sleep 1; rm -rf \"$1\"", "sh", folder]));

    private static bool IsRoot => Environment.UserName == "root";

    private static string FindPrograms()
    {
        var versions = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(path => int.TryParse(Path.GetFileName(path), out var number) ? number : 0) : Enumerable.Empty<string>();
        var places = versions.Select(path => Path.Combine(path, "bin")).Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'));
        return places.FirstOrDefault(place => File.Exists(Path.Combine(place, "initdb")))
            ?? throw new InvalidOperationException("PostgreSQL's initdb is neither under /usr/lib/postgresql nor on the PATH. Install it (apt-get install postgresql), or leave these tests out: --filter Category!=Postgres.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static Task RunAsPostgres(string folder, string program, params string[] arguments) =>
        IsRoot ? Run("runuser", ["-u", "postgres", "--", "env", "-C", folder, program, .. arguments]) : Run(program, arguments);

    private static async Task Run(string program, params string[] arguments)
    {
        // The server outlives pg_ctl and would hold a redirected pipe open: what it says goes to its log.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$@\" >/dev/null 2>&1 </dev/null", "sh", program, .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}. Run it by hand to see why.");
    }

    private sealed record Cluster(int Port)
    {
        public string Connection(string database) => $"Host=127.0.0.1;Port={Port};Username=postgres;Database={database};Maximum Pool Size=40;Include Error Detail=true";
    }
}
