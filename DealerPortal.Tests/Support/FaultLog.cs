using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DealerPortal.Tests.Support;

/// <summary>Hears what the server logs, and keeps what must never be logged while all is well: errors, and warnings of the database and the screens.</summary>
public sealed class FaultLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> faults = new();

    /// <summary>Hands over what was heard, and forgets it.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (faults.TryDequeue(out var fault)) taken.Add(fault);
        return taken;
    }

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

    public void Dispose() { }

    private sealed class Ear(FaultLog log, string category) : ILogger
    {
        private readonly LogLevel least = category.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
            || category.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal) ? LogLevel.Warning : LogLevel.Error;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) log.faults.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}".TrimEnd());
        }
    }
}
