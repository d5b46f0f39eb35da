namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>What is said on the phone: by situation, to frequent questions, and what is asked of whoever complains.</summary>
public sealed class CallScripts : Rule
{
    /// <summary>Stands in a text for the company's name.</summary>
    public const string Company = "{company}";

    internal CallScripts(Heading head, Terms terms, Func<CallScripts, IEnumerable<PackExample>> examples) : base(head)
    {
        (All, Intake, Discretion) = (terms.All, terms.Intake, terms.Discretion);
        Examples = [.. examples(this)];
    }

    /// <summary>What the desk asks for, field by field.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["caller", "problem", "family", "order", "text", "due"];

    /// <summary>The situations, then the questions, each in the regulation's order.</summary>
    public IReadOnlyList<Script> All { get; }

    /// <summary>The question to ask for each of <see cref="Fields"/>.</summary>
    public IReadOnlyDictionary<string, Bilingual> Intake { get; }

    /// <summary>Null where every dealer's complaints are simply taken up.</summary>
    public CallDiscretion? Discretion { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    public Script? Find(string code) => All.FirstOrDefault(script => script.Code == code);

    /// <summary>Scripts in which every word of the text stands.</summary>
    public IReadOnlyList<Script> Search(string text) => [.. All.Where(script => Holds(text, script.Title, script.Text))];

    /// <summary>Whether every word of the search stands in the title or the text, in either language.</summary>
    public static bool Holds(string search, Bilingual title, Bilingual text) =>
        search.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => new[] { title.Zh, title.En, text.Zh, text.En }.Any(place => place.Contains(word, StringComparison.OrdinalIgnoreCase)));

    internal sealed record Terms(IReadOnlyList<Script> All, IReadOnlyDictionary<string, Bilingual> Intake, CallDiscretion? Discretion);
}
