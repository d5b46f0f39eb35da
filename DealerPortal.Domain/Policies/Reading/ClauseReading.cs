namespace DealerPortal.Domain.Policies.Reading;

/// <summary>One clause file while it is read: its heading, the keys of its kind, and the edition around it.</summary>
internal sealed record ClauseReading(Rule.Heading Head, PackMap Map, EditionFrame Edition)
{
    public PackProblems Problems => Map.Problems;

    /// <summary>A clause inside this file, such as a note under a table; the file's own where none is given.</summary>
    public Clause Part(PackMap map) => map.May("clause", Forms.Text) is { } number ? Head.Clause with { Number = number } : Head.Clause;

    /// <summary>Why the pack fills this in, where the regulation is silent.</summary>
    public static Bilingual? HouseRule(PackMap map) => map.May("house-rule", Forms.TwoLanguages);

    /// <summary>The examples, of which there is at least one: a clause proves itself.</summary>
    public IReadOnlyList<T> Examples<T>(Func<PackMap, T?> read)
    {
        var examples = Map.Need("examples", Forms.List(Forms.Map(read))) ?? [];
        if (Map.Has("examples") && examples.Count == 0) Problems.Add(Map.PlaceOf("examples"), "at least one example is wanted: a clause proves itself.");
        return examples;
    }
}
