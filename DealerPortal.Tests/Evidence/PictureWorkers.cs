using System.Diagnostics;

namespace DealerPortal.Tests.Evidence;

/// <summary>The decoder as its parent sees it: a program with the verb <c>picture</c>, a pipe in, a pipe out, an exit code.</summary>
internal static class PictureWorkers
{
    public static Process Start(long pixels = 60_000_000, int megabytes = 512, int seconds = 20) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "picture", $"{pixels}", $"{megabytes}", $"{seconds}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>Feeds it this file, and answers with its exit code and what it wrote.</summary>
    public static async Task<(int Code, byte[] Answer, string Complaint)> Run(byte[] file)
    {
        using var process = Start();
        using var answer = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(answer);
        var complaint = process.StandardError.ReadToEndAsync();
        await using (var input = process.StandardInput.BaseStream) await input.WriteAsync(file);
        await reading;
        await process.WaitForExitAsync();
        return (process.ExitCode, answer.ToArray(), await complaint);
    }

    /// <summary>The decoders that this process has started with this bound and that still run.</summary>
    public static IReadOnlyList<int> Running(int megabytes) =>
    [
        .. from folder in Directory.GetDirectories("/proc")
           let id = int.TryParse(Path.GetFileName(folder), out var number) ? number : 0
           where id > 0 && IsMine(folder, megabytes)
           select id,
    ];

    private static bool IsMine(string folder, int megabytes)
    {
        try
        {
            // "pid (name) state parent …"; a process that has ended has no command line any more.
            var parent = File.ReadAllText(Path.Combine(folder, "stat")).Split(") ")[^1].Split(' ')[1];
            var command = File.ReadAllText(Path.Combine(folder, "cmdline"));
            return parent == $"{Environment.ProcessId}" && command.Contains($"\0picture\060000000\0{megabytes}\0", StringComparison.Ordinal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
