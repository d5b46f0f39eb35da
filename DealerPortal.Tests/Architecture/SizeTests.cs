using System.Reflection;
using System.Text.RegularExpressions;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Xunit.Abstractions;

namespace DealerPortal.Tests.Architecture;

/// <summary>Two hundred and fifty lines (a Razor file 150), thirty lines, five injections: growth is seen before it hurts.</summary>
public sealed partial class SizeTests(ITestOutputHelper output)
{
    private static readonly IReadOnlyList<Source.File> Code = Source.Files(["DealerPortal.Domain", "DealerPortal.Web", "DealerPortal.Jobs", "DealerPortal.Tests"], ".cs", ".razor");

    [Fact]
    public void No_file_outgrows_its_budget()
    {
        foreach (var file in Code.OrderByDescending(file => file.Lines.Length).Take(10)) output.WriteLine($"{file.Lines.Length,4}  {file.Path}");
        Offences.None(Code.Where(file => file.Lines.Length > Budget(file)).Select(file => $"{file.Path}: {file.Lines.Length} lines, {Budget(file)} allowed"));
    }

    [Fact]
    public void No_method_outgrows_thirty_lines() => Offences.None(Code.Where(file => file.Project != "DealerPortal.Tests" && !Lists.Contains(file.Path)).SelectMany(LongMethods));

    [Fact]
    public void No_page_asks_for_more_than_five_things() => Offences.None(
        from file in Code
        where file.Path.EndsWith(".razor", StringComparison.Ordinal)
        let asked = Injected().Count(file.Text)
        where asked > 5
        select $"{file.Path}: {asked} injections");

    [Fact]
    public void No_action_or_view_takes_more_than_five_things() => Offences.None(
        from type in typeof(PortalDb).Assembly.GetTypes()
        where type is { IsPublic: true, IsClass: true, IsAbstract: false } && type.GetMethod("Run") is not null || Regex.IsMatch(type.Name, "(Sheet|Board|List)$")
        from constructor in type.GetConstructors()
        where constructor.GetParameters().Length > 5 && !IsRecord(type)
        select $"{type.FullName}: {constructor.GetParameters().Length} parameters");

    [Fact]
    public void One_class_stands_in_one_file_beside_at_most_the_records_it_serves() => Offences.None(
        from file in Code
        where file.Path.EndsWith(".cs", StringComparison.Ordinal) && file.Project is not "DealerPortal.Tests" && !file.Path.EndsWith("Program.cs", StringComparison.Ordinal)
        let types = PublicType().Matches(file.Text).Select(match => match.Groups["name"].Value).Distinct().ToList()
        where (types.Count > 3 || Classes().Count(file.Text) > 1) && !Pairs.Contains(file.Path)
        select $"{file.Path}: {string.Join(", ", types)}");

    // A list of what is registered, or of what people are told, is as long as the house is large.
    private static readonly string[] Lists = ["DealerPortal.Domain/DomainSetup.cs", "DealerPortal.Jobs/Timetable.cs", "DealerPortal.Domain/Notices/NoticeAudience.cs"];

    // Two that are one thought, and are only understood together.
    private static readonly string[] Pairs =
    [
        "DealerPortal.Domain/History/HistoryEntry.cs",
        "DealerPortal.Domain/Evidence/Photo.cs",
    ];

    private static int Budget(Source.File file) =>
        file.Path.EndsWith(".razor", StringComparison.Ordinal) ? 150
        : file.Project == "DealerPortal.Tests" || file.Path.Contains("/Mappings/", StringComparison.Ordinal) || file.Path.EndsWith("/Timetable.cs", StringComparison.Ordinal) ? 300
        : 250;

    // A member of a type is indented by four (eight in a nested one) and ends at the brace of the same indentation.
    private static IEnumerable<string> LongMethods(Source.File file)
    {
        var lines = file.Lines;
        for (var i = 1; i < lines.Length; i++)
        {
            var indent = lines[i].Length - lines[i].TrimStart().Length;
            if (indent is not (4 or 8) || lines[i].Trim() != "{" || !lines[i - 1].TrimEnd().EndsWith(')') || Regex.IsMatch(lines[i - 1], @"\b(class|record|struct|interface)\b")) continue;
            var end = Array.FindIndex(lines, i, line => line == new string(' ', indent) + "}");
            if (end - i - 1 > 30) yield return $"{file.Path}: {end - i - 1} lines in {lines[i - 1].Trim()}";
        }
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$", BindingFlags.Public | BindingFlags.Instance) is not null;

    [GeneratedRegex(@"^@inject |^\s*\[Inject\]", RegexOptions.Multiline)]
    private static partial Regex Injected();

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|partial) )*class \w+", RegexOptions.Multiline)]
    private static partial Regex Classes();

    [GeneratedRegex(@"^public (?:(?:static|sealed|abstract|readonly|partial) )*(?:class|record struct|record|struct|interface|enum) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}
