using System.Diagnostics;
using System.Reflection;

namespace DealerPortal.Domain.Evidence.Copies;

/// <summary>The program to start for the verb <c>picture</c>: the one that is running, a second time.</summary>
public sealed class PictureProgram(Assembly program)
{
    // What the runtime itself needs. Whatever else the portal was started with, secrets among it, is kept from the decoder.
    private static readonly string[] Kept = ["PATH", "HOME", "TMPDIR", "TEMP", "SystemRoot", "DOTNET_ROOT", "DOTNET_ROOT_X64"];

    internal ProcessStartInfo Start(CopyBounds bounds)
    {
        var (file, arguments) = Find();
        var start = new ProcessStartInfo(file, [.. arguments, PictureWorker.Verb, .. bounds.ToArguments()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var name in start.Environment.Keys.Except(Kept).ToList()) start.Environment.Remove(name);
        // One photo and its copies in the managed heap, whose collector otherwise takes what the machine has.
        start.Environment["DOTNET_GCHeapHardLimit"] = "0x10000000";
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    // Started as a program of its own, or by "dotnet DealerPortal.Web.dll", as tests and tools do.
    private (string File, string[] Arguments) Find()
    {
        var running = Environment.ProcessPath ?? "dotnet";
        var name = Path.GetFileNameWithoutExtension(running);
        return name == program.GetName().Name ? (running, []) : (name == "dotnet" ? running : "dotnet", [program.Location]);
    }
}
