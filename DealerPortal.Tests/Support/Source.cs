using System.Runtime.CompilerServices;

namespace DealerPortal.Tests.Support;

/// <summary>The product's own source files, for the tests that hold the house in order.</summary>
public static class Source
{
    public static string Root { get; } = Path.GetFullPath("../..", Path.GetDirectoryName(Here())!);

    /// <summary>One source file: its path from the root with forward slashes, and its text.</summary>
    public sealed record File(string Path, string Text)
    {
        public string[] Lines => Text.TrimEnd('\n').Split('\n');

        /// <summary>The capability: the folder below the project, or the empty text for a file at the project's top.</summary>
        public string Folder => Path.Split('/') is [_, var folder, _, ..] ? folder : "";

        public string Project => Path.Split('/')[0];
    }

    /// <summary>The files of the given projects that people wrote: no build output, no migrations.</summary>
    public static IReadOnlyList<File> Files(string[] projects, params string[] extensions) =>
        [.. projects.SelectMany(project => Directory.EnumerateFiles(Path.Combine(Root, project), "*", SearchOption.AllDirectories))
            .Where(path => extensions.Contains(Path.GetExtension(path)))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "Migrations" or "node_modules"))
            .Order(StringComparer.Ordinal)
            .Select(path => new File(path, System.IO.File.ReadAllText(Path.Combine(Root, path))))];

    private static string Here([CallerFilePath] string path = "") => path;
}
