using System.Diagnostics;

namespace DealerPortal.Benchmarks;

/// <summary>What some work cost this process: time on the wall, and time of its processors, which a busy machine does not stretch as much.</summary>
internal sealed record Cost(TimeSpan Wall, TimeSpan Cpu)
{
    public static async Task<Cost> Of(Func<Task> work)
    {
        GC.Collect();
        using var me = Process.GetCurrentProcess();
        var (cpu, wall) = (me.TotalProcessorTime, Stopwatch.StartNew());
        await work();
        me.Refresh();
        return new(wall.Elapsed, me.TotalProcessorTime - cpu);
    }

    public override string ToString() => $"{Wall.TotalMilliseconds:N0} ms ({Cpu.TotalMilliseconds:N0} ms of processor)";
}
