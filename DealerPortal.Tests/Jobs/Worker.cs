using System.Diagnostics;
using DealerPortal.Jobs;

namespace DealerPortal.Tests.Jobs;

/// <summary>The stand-alone worker in a real process of its own.</summary>
public sealed class Worker : IAsyncDisposable
{
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    private Worker(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Application started", StringComparison.Ordinal) == true) started.TrySetResult();
            else if (line.Data is null) started.TrySetException(new InvalidOperationException("The worker ended before it began."));
        };
        process.BeginOutputReadLine();
    }

    public int Id => process.Id;

    /// <summary>When it has begun to run the timetable.</summary>
    public Task Started => started.Task.WaitAsync(TimeSpan.FromMinutes(2));

    /// <param name="database">The connection to a database of PostgreSQL; without one the worker says what it needs and ends.</param>
    public static Worker Start(string? database)
    {
        string[] settings = database is null ? [] : ["--Portal:Database:Provider=Postgres", $"--Portal:Database:Connection={database}"];
        var start = new ProcessStartInfo("dotnet", [typeof(JobsSetup).Assembly.Location, .. settings])
        {
            RedirectStandardError = database is null,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        return new(Process.Start(start)!);
    }

    /// <summary>Its processor time so far.</summary>
    public TimeSpan Processor => process.TotalProcessorTime;

    /// <summary>What it said when it would not begin, and the code it ended with.</summary>
    public async Task<(int Code, string Complaint)> Ends()
    {
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, complaint);
    }

    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) await Kill();
        process.Dispose();
        _ = started.Task.Exception;
    }
}
