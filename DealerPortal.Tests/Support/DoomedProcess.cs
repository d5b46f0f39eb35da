using System.Collections.Concurrent;
using System.Diagnostics;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace DealerPortal.Tests.Support;

/// <summary>A real process that works on a test's data folder until it is killed in the middle of it; what it prints is what it has acknowledged.</summary>
public sealed class DoomedProcess : IDisposable
{
    private const string Ready = "ready";
    private readonly Process process;
    private readonly ConcurrentQueue<string> said = [];
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly FileInfo log;

    private DoomedProcess(string folder, Process process)
    {
        (this.process, log) = (process, new(Path.Combine(folder, "portal.db-wal")));
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => { if (line.Data is { } complaint) complaints.Enqueue(complaint); };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The lines acknowledged so far, in order.</summary>
    public IReadOnlyCollection<string> Acknowledged => said;

    /// <summary>Work that such a process does.</summary>
    public interface IWork
    {
        Task Run(Portal portal, string from, Func<string, Task> acknowledge);
    }

    /// <summary>One process after the other is killed at the given moment, and what it left behind is looked at while nobody works on it.</summary>
    /// <param name="from">Told to each process when it may begin.</param>
    /// <param name="moment">Waits until the process of this number, from 1 on, is to be killed.</param>
    public static async Task KillAgainAndAgain<TWork>(Portal portal, int times, Func<string> from, Func<DoomedProcess, int, Task> moment, Func<DoomedProcess, Task> check)
        where TWork : IWork, new()
    {
        // The next one gets ready meanwhile, and touches nothing before its turn.
        var next = Start<TWork>(portal);
        for (var kill = 1; kill <= times; kill++)
        {
            using var process = next;
            if (kill < times) next = Start<TWork>(portal);
            await process.ready.Task.WaitAsync(TimeSpan.FromMinutes(1));
            await process.process.StandardInput.WriteLineAsync(from());
            await moment(process, kill);
            process.process.Kill();
            await process.process.WaitForExitAsync();
            Offences.None(process.complaints);
            await check(process);
        }
    }

    /// <summary>Waits until something was acknowledged.</summary>
    public Task Acknowledges() => Until(() => !said.IsEmpty);

    /// <summary>Waits until something was written to the database that nobody else has open.</summary>
    public Task Writes() => Until(() => log.Exists && log.Length > 0);

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private async Task Until(Func<bool> holds)
    {
        for (var i = 0; i < 3000 && !process.HasExited; i++, log.Refresh())
        {
            if (holds()) return;
            await Task.Delay(10);
        }
    }

    private static DoomedProcess Start<TWork>(Portal portal) => new(portal.DataFolder, Process.Start(
        new ProcessStartInfo("dotnet", [typeof(DoomedProcess).Assembly.Location, typeof(TWork).FullName!, portal.DataFolder, InstantPattern.ExtendedIso.Format(portal.Clock.Now)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // It lives for a second or two: nothing is worth compiling a second time.
            Environment = { ["DOTNET_TieredPGO"] = "0", ["DOTNET_TC_CallCounting"] = "0" },
        })!);

    private void Hear(string? line)
    {
        if (line == Ready) ready.TrySetResult();
        else if (line is not null) said.Enqueue(line);
        else ready.TrySetException(new InvalidOperationException($"The process ended before it began: {string.Join('\n', complaints)}"));
    }

    private static async Task Main(string[] arguments)
    {
        var work = (IWork)Activator.CreateInstance(typeof(DoomedProcess).Assembly.GetType(arguments[0], throwOnError: true)!)!;
        await using var portal = Portal.In(arguments[1], InstantPattern.ExtendedIso.Parse(arguments[2]).Value);
        portal.The<PolicyBook>();
        await using (var db = await portal.The<IDbContextFactory<PortalDb>>().CreateDbContextAsync()) _ = db.Model;
        await Console.Out.WriteLineAsync(Ready);
        if (await Console.In.ReadLineAsync() is { } from) await work.Run(portal, from, Console.Out.WriteLineAsync);
    }
}
