using System.Globalization;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DealerPortal.Domain.Time;

/// <summary>Reads one year of public holidays from its YAML text, strictly: every scalar as the text it is, all problems at once.</summary>
/// <example><code>
/// year: 2026
/// sources:
///   - https://www.gov.cn/…
/// days:
///   - { date: 2026-01-01, name: 元旦, is: off }
///   - { date: 2026-01-04, name: 元旦, is: make-up }
/// </code></example>
public sealed class HolidayFile
{
    private static readonly string[] Top = ["year", "sources", "days"], OfDay = ["date", "name", "is"];

    private readonly List<HolidayFileProblem> problems = [];
    private readonly HashSet<LocalDate> seen = [];

    private HolidayFile() { }

    /// <summary>The year, or the problems that keep it from being one; never both.</summary>
    public sealed record Reading(HolidayYear? Year, IReadOnlyList<HolidayFileProblem> Problems);

    public static Reading Read(string text)
    {
        var file = new HolidayFile();
        var year = file.YearIn(text);
        return new(file.problems.Count == 0 ? year : null, file.problems);
    }

    private HolidayYear? YearIn(string text)
    {
        if (Root(text) is not { } root) return null;
        var keys = Keys(root, Top, required: ["year", "days"]);
        var year = Scalar(keys.GetValueOrDefault("year")) is { } node ? Year(node) : null;
        var sources = Items(keys.GetValueOrDefault("sources"), "a list of addresses").Select(Scalar).OfType<YamlScalarNode>().ToList();
        var days = Items(keys.GetValueOrDefault("days"), "a list of days").Select(item => Day(item, year)).OfType<HolidayDay>().ToList();
        return problems.Count > 0 ? null : new(year!.Value, days, sources.Select(source => source.Value!));
    }

    private YamlMappingNode? Root(string text)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            if (yaml.Documents is [{ RootNode: YamlMappingNode root }]) return root;
            problems.Add(new(1, 1, "holiday-file.no-mapping", "", "one document with the keys " + string.Join(", ", Top)));
        }
        catch (YamlException broken)
        {
            problems.Add(new((int)broken.Start.Line, (int)broken.Start.Column, "holiday-file.no-yaml", broken.Message, "well-formed YAML"));
        }

        return null;
    }

    private int? Year(YamlScalarNode node)
    {
        if (node.Value is { Length: 4 } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and < 2200) return year;
        Problem(node, "bad-year", "a year such as 2026");
        return null;
    }

    private HolidayDay? Day(YamlNode item, int? year)
    {
        var keys = Keys(item, OfDay, required: OfDay);
        var (dateNode, nameNode, isNode) = (Scalar(keys.GetValueOrDefault("date")), Scalar(keys.GetValueOrDefault("name")), Scalar(keys.GetValueOrDefault("is")));
        if (dateNode is null || nameNode is null || isNode is null) return null;
        if (string.IsNullOrWhiteSpace(nameNode.Value)) Problem(nameNode, "no-name", "the name of the holiday");
        if (isNode.Value is not ("off" or "make-up")) Problem(isNode, "bad-kind", "off, make-up");
        var date = LocalDatePattern.Iso.Parse(dateNode.Value!);
        if (!date.Success) Problem(dateNode, "bad-date", "a date such as 2026-01-01");
        else if (year is { } of && !HolidayYear.MayDecide(of, date.Value)) Problem(dateNode, "date-outside-year", $"dates of {of}, or of the December before it");
        else if (!seen.Add(date.Value)) Problem(dateNode, "date-twice", "each date once");
        return date.Success ? new(date.Value, nameNode.Value ?? "", isNode.Value == "off") : null;
    }

    private Dictionary<string, YamlNode> Keys(YamlNode node, string[] allowed, string[] required)
    {
        if (node is not YamlMappingNode mapping)
        {
            Problem(node, "no-mapping", "the keys " + string.Join(", ", allowed));
            return [];
        }

        foreach (var key in mapping.Children.Keys.Where(key => !allowed.Contains(Text(key)))) Problem(key, "unknown-key", string.Join(", ", allowed));
        var keys = mapping.Children.Where(pair => allowed.Contains(Text(pair.Key))).ToDictionary(pair => Text(pair.Key), pair => pair.Value);
        foreach (var key in required.Where(key => !keys.ContainsKey(key)))
            problems.Add(new((int)node.Start.Line, (int)node.Start.Column, "holiday-file.missing-key", key, string.Join(", ", allowed)));
        return keys;
    }

    private List<YamlNode> Items(YamlNode? node, string wanted)
    {
        // A year without holidays does not exist: an empty list is a file that is not published yet.
        if (node is YamlSequenceNode { Children.Count: > 0 } list) return [.. list.Children];
        if (node is not null) Problem(node, "no-list", wanted);
        return [];
    }

    private YamlScalarNode? Scalar(YamlNode? node)
    {
        if (node is null or YamlScalarNode) return node as YamlScalarNode;
        Problem(node, "no-text", "one value");
        return null;
    }

    private void Problem(YamlNode node, string code, string allowed) =>
        problems.Add(new((int)node.Start.Line, (int)node.Start.Column, "holiday-file." + code, Text(node), allowed));

    private static string Text(YamlNode node) => node is YamlScalarNode { Value: { } value } ? value : node.NodeType.ToString();
}
