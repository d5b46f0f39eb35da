using System.Security.Cryptography;

namespace DealerPortal.Domain.Imports;

/// <summary>Where a file waits between being chosen, checked and applied. Kept for a day, then swept out by whoever brings the next one.</summary>
public sealed class ImportFolder(PortalSettings settings, TimeProvider time)
{
    public const long MaxBytes = 20_000_000;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private readonly string folder = Path.Combine(settings.DataFolder, "imports");

    /// <summary>Writes the file down whole, or not at all.</summary>
    public async Task<Outcome<Received>> Keep(Guid id, Stream content, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        SweepOut();
        var partly = PathOf(id) + ".part";
        try
        {
            var received = await Copy(content, partly, stop);
            if (received is null) return new Refusal("import.too-large", null, "file", Fact.Number(MaxBytes / 1_000_000));
            File.Move(partly, PathOf(id), overwrite: true);
            return received;
        }
        finally
        {
            File.Delete(partly);
        }
    }

    public bool Has(Guid id) => File.Exists(PathOf(id));

    /// <summary>Null when the file has been swept out.</summary>
    public FileStream? Open(Guid id)
    {
        try { return new(PathOf(id), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 64 * 1024); }
        catch (IOException fault) when (fault is FileNotFoundException or DirectoryNotFoundException) { return null; }
    }

    // Null when it is too large; what was written of it is deleted by the caller.
    private static async Task<Received?> Copy(Stream content, string path, CancellationToken stop)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        var buffer = new byte[64 * 1024];
        var bytes = 0L;
        while (await content.ReadAsync(buffer, stop) is > 0 and var read)
        {
            bytes += read;
            if (bytes > MaxBytes) return null;
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), stop);
        }
        file.Flush(flushToDisk: true);
        return new(Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }

    // The machine's own time, as the file system's is: the portal's clock may be moved in Development.
    private void SweepOut()
    {
        foreach (var old in new DirectoryInfo(folder).EnumerateFiles().Where(file => time.GetUtcNow() - file.LastWriteTimeUtc > Kept)) old.Delete();
    }

    private string PathOf(Guid id) => Path.Combine(folder, id.ToString("N") + ".csv");

    /// <summary>A file that is written down, by its content.</summary>
    public sealed record Received(string Sha256, long Bytes);
}
