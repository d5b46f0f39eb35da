using System.Diagnostics;
using System.Globalization;
using DealerPortal.Domain.Evidence.Copies;

namespace DealerPortal.Benchmarks;

/// <summary>What the copies of one photo cost: the decoder's process from its start to its end, and the most memory it had.</summary>
internal static class PhotoCopies
{
    private const int Rounds = 5;

    private static readonly string[] Names = ["jolla.jpg", "IMG_5195.HEIC", "DSCN0010.jpg"];

    public static async Task Run(TextWriter to)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "TestData", "photos");
        foreach (var path in Names.Select(name => Path.Combine(folder, name)).Concat(More()))
        {
            var file = await File.ReadAllBytesAsync(path);
            var (seconds, cpu, megabytes, bytes) = (new List<double>(), new List<double>(), 0L, 0L);
            for (var round = 0; round < Rounds; round++)
            {
                var run = await Once(file);
                seconds.Add(run.Seconds);
                cpu.Add(run.Cpu);
                (megabytes, bytes) = (Math.Max(megabytes, run.Megabytes), run.Bytes);
            }
            await to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{Path.GetFileName(path)} ({file.Length / 1000:N0} kB): {Median(seconds):N2} s, {Median(cpu):N2} s of processor, "
                + $"{megabytes} MB at most, answer {bytes / 1000:N0} kB"));
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(Rounds / 2);

    // Further photos to measure, such as those of one's own phones.
    private static string[] More() => Environment.GetEnvironmentVariable("PORTAL_PHOTOS") is { } folder ? Directory.GetFiles(folder) : [];

    private static async Task<(double Seconds, double Cpu, long Megabytes, long Bytes)> Once(byte[] file)
    {
        var watch = Stopwatch.StartNew();
        var program = typeof(DealerPortal.Web.Shell.HttpSafety).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, PictureWorker.Verb, "60000000", "512", "60"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var answer = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(answer);
        await using (var input = process.StandardInput.BaseStream) await input.WriteAsync(file);
        var most = 0L;
        while (!reading.IsCompleted)
        {
            // The peak itself is not told after the end.
            process.Refresh();
            if (!process.HasExited) most = Math.Max(most, process.PeakWorkingSet64);
            await Task.WhenAny(reading, Task.Delay(5));
        }
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The decoder ended with {process.ExitCode}.");
        return (watch.Elapsed.TotalSeconds, process.TotalProcessorTime.TotalSeconds, most >> 20, answer.Length);
    }
}
