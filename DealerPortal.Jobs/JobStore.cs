using DealerPortal.Domain;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.Server;
using Hangfire.States;
using Hangfire.Storage;
using Hangfire.Storage.SQLite;
using SQLite;

namespace DealerPortal.Jobs;

/// <summary>The scheduler's storage, opened when it is first asked for and again after it was lost: a locked or missing file makes that question fail,
/// and not the start of the portal.</summary>
/// <remarks>On SQLite it has a file of its own, so that no step of the scheduler holds up a save; on PostgreSQL it stands beside the portal's tables.</remarks>
internal sealed class JobStore(PortalSettings settings, IGlobalConfiguration configured) : JobStorage, IDisposable
{
    private readonly Lock gate = new();
    private JobStorage? open;

    /// <summary>The file of the timetable on SQLite.</summary>
    public static string FileOf(PortalSettings settings) => Path.Combine(settings.DataFolder, "jobs.db");

    /// <summary>Lets go of the storage: the next question opens it anew, and lays it out where it has gone.</summary>
    public void LetGo()
    {
        lock (gate)
        {
            (open as IDisposable)?.Dispose();
            open = null;
        }
    }

    public override IStorageConnection GetConnection() => Opened().GetConnection();

    public override IStorageConnection GetReadOnlyConnection() => Opened().GetReadOnlyConnection();

    public override IMonitoringApi GetMonitoringApi() => Opened().GetMonitoringApi();

    public override bool LinearizableReads => Opened().LinearizableReads;

    public override bool HasFeature(string featureId) => Opened().HasFeature(featureId);

    public override IEnumerable<IStateHandler> GetStateHandlers() => Opened().GetStateHandlers();

    public override IEnumerable<IBackgroundProcess> GetServerRequiredProcesses() => Opened().GetServerRequiredProcesses();

    public override IEnumerable<IBackgroundProcess> GetStorageWideProcesses() => Opened().GetStorageWideProcesses();

#pragma warning disable CS0618, CS0672 // Both storages still bring their housekeeping this way.
    public override IEnumerable<IServerComponent> GetComponents() => Opened().GetComponents();
#pragma warning restore CS0618, CS0672

    public override string ToString() => settings.Database.IsPostgres ? "PostgreSQL, schema hangfire" : FileOf(settings);

    public void Dispose() => LetGo();

    private JobStorage Opened()
    {
        ArgumentNullException.ThrowIfNull(configured);
        lock (gate)
        {
            if (open is not null) return open;
            open = settings.Database.IsPostgres ? OpenPostgres(settings.Database.Connection!) : OpenSqlite(FileOf(settings));
            // A day of finished runs would be some twenty thousand rows; what they did stands in the portal's own records.
            JobExpirationTimeout = open.JobExpirationTimeout = TimeSpan.FromHours(2);
            return open;
        }
    }

    private static PostgreSqlStorage OpenPostgres(string connection)
    {
        JobSchema.Install(connection);
        return new(new JobConnections(connection), new PostgreSqlStorageOptions
        {
            PrepareSchemaIfNecessary = false,
            QueuePollInterval = TimeSpan.FromSeconds(15),
            EnableLongPolling = true,
            // What a killed process was doing is taken up by another after this long.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromSeconds(30),
        });
    }

    private static SQLiteStorage OpenSqlite(string file)
    {
        var options = new SQLiteStorageOptions
        {
            QueuePollInterval = TimeSpan.FromSeconds(1),
            // Longer than any job: there is one process, and what it leaves behind when it is killed is put back right here.
            InvisibilityTimeout = TimeSpan.FromHours(12),
        };
        var flags = SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create | SQLiteOpenFlags.NoMutex;
        var factory = new SQLiteDbConnectionFactory(() => new SQLiteConnection(file, flags, storeDateTimeAsTicks: true) { BusyTimeout = TimeSpan.FromSeconds(3) });
        var storage = new SQLiteStorage(factory, options);
        try
        {
            using var db = storage.CreateAndOpenConnection();
            db.Database.Execute("UPDATE JobQueue SET FetchedAt = ?", DateTime.MinValue);
            return storage;
        }
        catch
        {
            storage.Dispose();
            throw;
        }
    }
}
