using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Complaints;

/// <summary>The shipped regulation with one figure changed, as a pack of its own: what the shipped one does not have can be tried all the same.</summary>
internal static class PausingPacks
{
    public const string Pack = "pausing";

    /// <summary>A folder with an edition in which waiting for photos and for the goods stops the clocks.</summary>
    public static string Folder() => Folder(("2026-01", clocks => clocks.Replace("pauses: []", "pauses: [photos, goods]", StringComparison.Ordinal), "2026-01-01"));

    /// <param name="editions">Each with its name, what is changed in its clocks, and from when it applies.</param>
    public static string Folder(params (string Name, Func<string, string> Clocks, string From)[] editions)
    {
        var (root, shipped) = (Directory.CreateTempSubdirectory("packs-").FullName, Path.Combine(Source.Root, "DealerPortal.Domain/Policies/Packs/doors-and-windows/2026-01"));
        foreach (var (name, clocks, from) in editions)
        {
            var folder = Directory.CreateDirectory(Path.Combine(root, Pack, name)).FullName;
            foreach (var file in Directory.EnumerateFiles(shipped))
            {
                var text = File.ReadAllText(file).Replace("pack: doors-and-windows", $"pack: {Pack}", StringComparison.Ordinal).Replace("edition: 2026-01", $"edition: {name}", StringComparison.Ordinal);
                text = text.Replace("applies: { from: 2026-01-01 }", $"applies: {{ from: {from} }}", StringComparison.Ordinal);
                File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), Path.GetFileName(file) == "clocks.yaml" ? clocks(text) : text);
            }
        }
        return root;
    }
}
