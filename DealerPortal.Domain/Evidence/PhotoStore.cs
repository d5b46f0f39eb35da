using System.Security.Cryptography;
using NodaTime;

namespace DealerPortal.Domain.Evidence;

/// <summary>The folder of photos: originals and copies under the hash of their content, and what is still arriving under the id of its upload.
/// No name of a file comes from outside.</summary>
public sealed class PhotoStore(PortalSettings settings)
{
    private readonly string folder = Path.Combine(settings.DataFolder, "photos");

    public PortalSettings.PhotoBounds Bounds { get; } = settings.Photos;

    /// <summary>Bytes that have arrived of this upload.</summary>
    public long Sent(Guid upload) => new FileInfo(Arriving(upload)) is { Exists: true } file ? file.Length : 0;

    /// <summary>Adds a piece to what has arrived. A piece that is already there changes nothing; one that leaves a gap is refused with the place to go on from.</summary>
    public async Task<Outcome<long>> Append(Guid upload, long offset, ReadOnlyMemory<byte> piece, long announced)
    {
        if (offset < 0 || offset + piece.Length > announced) return PhotoRefusals.LongerThanSaid;
        Directory.CreateDirectory(Path.GetDirectoryName(Arriving(upload))!);
        try
        {
            // Not cut short when the sender hangs up: a piece is there whole or not at all.
            await using var file = new FileStream(Arriving(upload), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            if (offset > file.Length) return PhotoRefusals.OutOfPlace(file.Length);
            var known = (int)Math.Min(file.Length - offset, piece.Length);
            file.Seek(0, SeekOrigin.End);
            await file.WriteAsync(piece[known..], CancellationToken.None);
            return file.Length;
        }
        catch (IOException) when (File.Exists(Arriving(upload)))
        {
            // The same piece is just being written by another request of the same sender.
            return Refusal.ChangedMeanwhile;
        }
    }

    /// <summary>What has arrived, whole; null when nothing has.</summary>
    public async Task<byte[]?> ReadSent(Guid upload, CancellationToken stop)
    {
        try { return await File.ReadAllBytesAsync(Arriving(upload), stop); }
        catch (IOException fault) when (fault is FileNotFoundException or DirectoryNotFoundException) { return null; }
    }

    /// <summary>Moves what has arrived to its place for good: on the disk first, then under its name. Where the same bytes stand already they are
    /// replaced by themselves, so that a sweep takes them for new.</summary>
    public void Keep(Guid upload, string sha256, Instant now)
    {
        try
        {
            using (var file = new FileStream(Arriving(upload), FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete)) file.Flush(flushToDisk: true);
            Directory.CreateDirectory(Path.GetDirectoryName(Kept(sha256))!);
            File.SetLastWriteTimeUtc(Arriving(upload), now.ToDateTimeUtc());
            File.Move(Arriving(upload), Kept(sha256), overwrite: true);
        }
        catch (FileNotFoundException) when (File.Exists(Kept(sha256)))
        {
            // Moved a moment ago, by this request's first attempt or by another request for the same photo.
        }
    }

    /// <summary>Keeps these bytes and answers with their hash.</summary>
    public async Task<string> Keep(byte[] content, Instant now)
    {
        var (sha256, arriving) = (HashOf(content), Guid.CreateVersion7());
        Directory.CreateDirectory(Path.GetDirectoryName(Arriving(arriving))!);
        await File.WriteAllBytesAsync(Arriving(arriving), content, CancellationToken.None);
        Keep(arriving, sha256, now);
        return sha256;
    }

    /// <summary>Drops what has arrived of an upload.</summary>
    public void Forget(Guid upload)
    {
        if (Directory.Exists(Path.GetDirectoryName(Arriving(upload)))) File.Delete(Arriving(upload));
    }

    /// <summary>The kept bytes of this hash.</summary>
    public Task<byte[]> Read(string sha256, CancellationToken stop) => File.ReadAllBytesAsync(Kept(sha256), stop);

    /// <summary>The kept file of this hash, to be sent without being read into memory.</summary>
    public Stream Open(string sha256) => new FileStream(Kept(sha256), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true);

    /// <summary>Every upload of which something has arrived.</summary>
    public IEnumerable<Guid> Arrivals() => Files(folder, "arriving").Select(path => Guid.Parse(Path.GetFileName(path)));

    /// <summary>Every kept hash whose file was last taken up before this instant.</summary>
    public IEnumerable<string> KeptBefore(Instant before) =>
        Files(folder, "??").Where(path => IsOlder(path, before)).Select(path => Path.GetFileName(path));

    /// <summary>Drops a kept file that no photo names any more, unless it was taken up again meanwhile. Answers whether it did.</summary>
    public bool Drop(string sha256, Instant before)
    {
        if (!IsOlder(Kept(sha256), before)) return false;
        File.Delete(Kept(sha256));
        return true;
    }

    public static string HashOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private static bool IsOlder(string path, Instant before) => Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(path)) < before;

    private static IEnumerable<string> Files(string folder, string parts) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder, parts).SelectMany(part => Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories))
        : [];

    private string Arriving(Guid upload) => Path.Combine(folder, "arriving", upload.ToString("N"));

    private string Kept(string sha256) => Path.Combine(folder, sha256[..2], sha256[2..4], sha256);
}
