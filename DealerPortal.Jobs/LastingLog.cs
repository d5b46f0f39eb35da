using Hangfire.AspNetCore;
using Hangfire.Logging;
using Microsoft.Extensions.Logging;
using LogLevel = Hangfire.Logging.LogLevel;

namespace DealerPortal.Jobs;

/// <summary>Hands what the scheduler says to the portal's log. The scheduler keeps its log in a static place, where it outlives a host: then it falls silent.</summary>
internal sealed class LastingLog(ILoggerFactory loggers) : ILogProvider
{
    private readonly AspNetCoreLogProvider inner = new(loggers);

    public ILog GetLogger(string name)
    {
        try { return inner.GetLogger(name); }
        catch (ObjectDisposedException) { return new Silence(); }
    }

    private sealed class Silence : ILog
    {
        public bool Log(LogLevel logLevel, Func<string> messageFunc, Exception exception) => false;
    }
}
