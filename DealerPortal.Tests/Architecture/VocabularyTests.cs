using System.Text.RegularExpressions;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Architecture;

/// <summary>The house's words: names that say nothing are refused, and code names no company, no regulation and no product family.</summary>
public sealed partial class VocabularyTests
{
    private static readonly string[] Products = ["DealerPortal.Domain", "DealerPortal.Web", "DealerPortal.Jobs"];

    private static readonly IReadOnlyList<Source.File> Code = Source.Files([.. Products, "DealerPortal.Tests"], ".cs", ".razor");

    [Fact]
    public void No_type_is_named_for_nothing() => Offences.None(
        from file in Code
        from Match match in TypeName().Matches(file.Text)
        let name = match.Groups["name"].Value
        where Empty().IsMatch(name)
        select $"{file.Path}: {name}");

    [Fact]
    public void No_component_is_named_for_nothing() => Offences.None(
        Code.Where(file => file.Path.EndsWith(".razor", StringComparison.Ordinal) && Empty().IsMatch(Path.GetFileNameWithoutExtension(file.Path))).Select(file => file.Path));

    [Fact]
    public void No_folder_is_a_drawer_for_the_rest() => Offences.None(
        Code.Where(file => file.Path.Split('/')[..^1].Any(folder => folder is "Services" or "Helpers" or "Common" or "Shared" or "Core" or "Infrastructure" or "Managers" or "Dtos" or "DTOs" or "ViewModels" or "Utils"))
            .Select(file => file.Path));

    [Fact]
    public void Code_names_no_regulation_company_or_product_family()
    {
        var names = PackNames().Concat(FamilyCodes()).Concat(["示例门窗"]).ToHashSet(StringComparer.Ordinal);
        Offences.None(
            from file in Source.Files(Products, ".cs", ".razor")
            where file.Folder is not "Demo" && !Samples.Contains(file.Path)
            from Match match in Literal().Matches(WithoutComments(file.Text))
            let text = match.Groups["text"].Value
            where names.Contains(text) || names.Contains(text[(text.LastIndexOf('.') + 1)..])
            select $"{file.Path}: \"{text}\"");
    }

    // The example rows of the templates that are handed out for filling in.
    private static readonly string[] Samples = ["DealerPortal.Domain/Imports/Kinds/OrderRows.cs", "DealerPortal.Domain/Imports/Kinds/ShipmentRows.cs"];

    private static IEnumerable<string> PackNames() =>
        Directory.EnumerateDirectories(Path.Combine(Source.Root, "DealerPortal.Domain/Policies/Packs")).Select(folder => Path.GetFileName(folder)!).Where(name => name != "holidays");

    // A family's code is a whole word in the product's data only when it cannot be an English word of the screens as well.
    private static IEnumerable<string> FamilyCodes() => Directory
        .EnumerateFiles(Path.Combine(Source.Root, "DealerPortal.Domain/Policies/Packs"), "*.yaml", SearchOption.AllDirectories)
        .SelectMany(path => FamilyCode().Matches(File.ReadAllText(path)).Select(match => match.Groups["code"].Value))
        .Where(code => code is not ("home" or "sample" or "tool" or "material"));

    private static string WithoutComments(string text) => Comment().Replace(text, "");

    [GeneratedRegex(@"\b(?:class|record struct|record|struct|interface|enum) (?<name>[A-Z]\w+)")]
    private static partial Regex TypeName();

    [GeneratedRegex("(?:Service|Manager|Helper|Helpers|Util|Utils|Utilities|Processor|Dto|ViewModel|Base|Info|Data)$")]
    private static partial Regex Empty();

    [GeneratedRegex("\"(?<text>[^\"\\n]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^\s*(?:- \{ ?)?code: ?(?<code>[a-z-]+)|^  - \{ code: (?<code>[a-z-]+)|\{ code: (?<code>[a-z-]+),", RegexOptions.Multiline)]
    private static partial Regex FamilyCode();

    [GeneratedRegex(@"//.*$|@\*[\s\S]*?\*@", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
