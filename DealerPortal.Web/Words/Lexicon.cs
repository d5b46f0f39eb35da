using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace DealerPortal.Web.Words;

/// <summary>Every sentence of one language by its key, gathered from the <c>.resx</c> files of this folder: one file a capability.</summary>
public sealed class Lexicon
{
    private const string Folder = "DealerPortal.Web.Words.";

    private readonly FrozenDictionary<string, string> sentences;

    private Lexicon(CultureInfo language)
    {
        Language = language;
        sentences = Names.SelectMany(name => Read(name, language)).ToFrozenDictionary(word => word.Key, word => word.Value);
    }

    /// <summary>The capabilities that brought words, such as <c>Shell</c>.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => name[Folder.Length..^".resources".Length]).Order()];

    public static Lexicon Chinese { get; } = new(CultureInfo.InvariantCulture);

    public static Lexicon English { get; } = new(CultureInfo.GetCultureInfo("en"));

    public CultureInfo Language { get; }

    public IReadOnlyCollection<string> Keys => sentences.Keys;

    public string? Find(string key) => sentences.GetValueOrDefault(key);

    // The neutral resources are the Chinese ones; no language falls back to another, so that a gap is seen and not papered over.
    private static List<KeyValuePair<string, string>> Read(string name, CultureInfo language)
    {
        using var set = new ResourceManager(Folder + name, Assembly.GetExecutingAssembly()).GetResourceSet(language, createIfNotExists: true, tryParents: false);
        return set?.Cast<System.Collections.DictionaryEntry>().Select(entry => KeyValuePair.Create((string)entry.Key, (string)entry.Value!)).ToList() ?? [];
    }
}
