using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DealerPortal.Domain.Policies.Reading;

/// <summary>Turns the text of one file into <see cref="PackNode"/>s; keeps places, refuses what a pack has no use for.</summary>
internal sealed class PackYaml
{
    private const int DeepestNesting = 16;
    private readonly string file;
    private readonly PackProblems problems;
    private readonly IParser parser;

    private PackYaml(string file, string text, PackProblems problems) =>
        (this.file, this.problems, parser) = (file, problems, new Parser(new StringReader(text)));

    /// <summary>The file's one document, or null when it is not YAML at all, which is then said.</summary>
    public static PackNode? Read(string file, string text, PackProblems problems)
    {
        try
        {
            return new PackYaml(file, text, problems).Document();
        }
        catch (YamlException unreadable)
        {
            problems.Add(new(file, (int)unreadable.Start.Line, (int)unreadable.Start.Column), $"this is no YAML: {unreadable.Message}");
            return null;
        }
    }

    private PackNode? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            problems.Add(new(file), "the file is empty.");
            return null;
        }

        var root = Node(0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second)) problems.Add(At(second), "a second document begins here; a pack file is one document.");
        return root;
    }

    private PackNode Node(int depth)
    {
        if (depth > DeepestNesting) throw new YamlException(parser.Current!.Start, parser.Current.End, "nested too deeply.");
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            problems.Add(At(alias), "references (*) are not read in packs; write the value out.");
            return new PackNode.Scalar(At(alias), "");
        }

        if (parser.Accept<NodeEvent>(out var node) && (!node.Anchor.IsEmpty || !node.Tag.IsEmpty))
            problems.Add(At(node), "anchors (&) and tags (!) are not read in packs; write the value out.");
        if (parser.TryConsume<Scalar>(out var scalar)) return new PackNode.Scalar(At(scalar), scalar.Value);
        return parser.TryConsume<SequenceStart>(out var sequence) ? Sequence(At(sequence), depth) : Mapping(depth);
    }

    private PackNode.Sequence Sequence(Place place, int depth)
    {
        var items = new List<PackNode>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
        return new(place, items);
    }

    private PackNode.Mapping Mapping(int depth)
    {
        var place = At(parser.Consume<MappingStart>());
        var values = new Dictionary<string, PackNode>(StringComparer.Ordinal);
        var keys = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var (key, value) = (Node(depth + 1), Node(depth + 1));
            if (key is not PackNode.Scalar { Text: var name })
                problems.Add(key.Place, $"a key is one word, not {key.Shape}.");
            else if (!keys.TryAdd(name, key.Place))
                problems.Add(key.Place, $"the key '{name}' stands here twice; the first is in line {keys[name].Line}.");
            else
                values[name] = value;
        }

        return new(place, values, keys);
    }

    private Place At(ParsingEvent read) => new(file, (int)read.Start.Line, (int)read.Start.Column);
}
