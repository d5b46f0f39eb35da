using System.Text;

namespace DealerPortal.Domain.Policies.Reading;

/// <summary>The files of packs by their path, such as <c>doors-and-windows/2026-01/pack.yaml</c>, from the assembly or from a folder.</summary>
internal static class PackFiles
{
    private const string Prefix = "packs/";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The packs that travel inside the assembly.</summary>
    public static IReadOnlyDictionary<string, string> Shipped()
    {
        var assembly = typeof(PackFiles).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Strict);
            return reader.ReadToEnd();
        });
    }

    /// <summary>The packs of a folder, whose layout is that of the shipped ones.</summary>
    public static IReadOnlyDictionary<string, string> Under(string folder, PackProblems problems)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!Directory.Exists(folder)) problems.Add(new(folder), "this folder is named in the settings (Portal:PacksFolder) and is not there.");
        else
            foreach (var path in Directory.EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
                Take(path, Path.GetRelativePath(folder, path).Replace('\\', '/'), files, problems);
        return files;
    }

    private static void Take(string path, string name, Dictionary<string, string> files, PackProblems problems)
    {
        try
        {
            files[name] = Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (Exception unreadable) when (unreadable is DecoderFallbackException or IOException or UnauthorizedAccessException)
        {
            problems.Add(new(name), unreadable is DecoderFallbackException ? "this is no UTF-8 text." : $"the file cannot be read: {unreadable.Message}");
        }
    }
}
