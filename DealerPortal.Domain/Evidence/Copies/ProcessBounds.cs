using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DealerPortal.Domain.Evidence.Copies;

/// <summary>Bounds that the system itself sets on the decoder's process.</summary>
/// <remarks>They hold whatever the decoder does, and also when nobody is left to kill it.</remarks>
internal static class ProcessBounds
{
    /// <summary>How a shell would report a process that the system ended because its processor time was over (128 and SIGXCPU).</summary>
    public const int OutOfTime = 152;

    private const int Cpu = 0, Data = 2;

    // The runtime, its compiler and the managed heap, beside what pictures take.
    private const long RuntimeMegabytes = 384;

    public static void Apply(CopyBounds bounds)
    {
        using var self = Process.GetCurrentProcess();
        // Pages come first.
        self.PriorityClass = ProcessPriorityClass.BelowNormal;
        if (!OperatingSystem.IsLinux()) return;

        var bytes = (bounds.Megabytes + RuntimeMegabytes) << 20;
        Set(Data, new(bytes, bytes));
        // At the first the process is told to end, at the second it has no say.
        Set(Cpu, new(bounds.Seconds, bounds.Seconds + 1));
    }

    private static void Set(int what, Limit limit)
    {
        if (SetLimit(what, in limit) != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", EntryPoint = "setrlimit", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int what, in Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Limit(long Soft, long Hard);
}
