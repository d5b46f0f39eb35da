using System.Collections.Concurrent;
using DealerPortal.Domain;
using Npgsql;

namespace DealerPortal.Jobs;

/// <summary>No job runs beside itself, in this process or, on PostgreSQL, in any other: whoever comes second goes away again.</summary>
/// <remarks>On PostgreSQL it is an advisory lock and not a row: it ends with the process that holds it, however that ends.</remarks>
internal sealed class JobLock(PortalSettings settings)
{
    private readonly ConcurrentDictionary<string, byte> here = new();

    /// <summary>Takes the job until disposed; null when somebody else has it.</summary>
    public async Task<Held?> Take(string job, CancellationToken stop)
    {
        if (!here.TryAdd(job, 0)) return null;
        var held = new Held(this, job);
        try
        {
            if (!settings.Database.IsPostgres || await held.Lock(settings.Database.Connection!, stop)) return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
        await held.DisposeAsync();
        return null;
    }

    /// <summary>A job that is taken.</summary>
    internal sealed class Held(JobLock of, string job) : IAsyncDisposable
    {
        private NpgsqlConnection? line;

        // No pool: a pooled line would keep the lock after it was given back.
        internal async Task<bool> Lock(string connection, CancellationToken stop)
        {
            line = new(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, KeepAlive = 15 }.ConnectionString);
            await line.OpenAsync(stop);
            await using var take = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", line) { Parameters = { new() { Value = "job:" + job } } };
            return await take.ExecuteScalarAsync(stop) is true;
        }

        public async ValueTask DisposeAsync()
        {
            if (line is not null) await line.DisposeAsync();
            of.here.TryRemove(job, out _);
        }
    }
}
