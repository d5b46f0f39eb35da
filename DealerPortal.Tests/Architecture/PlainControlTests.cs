using System.Text.RegularExpressions;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Architecture;

/// <summary>Pages are made of the controls in DealerPortal.Web/Controls; what stays plain is listed, here and in docs/controls.md, with its reason.</summary>
public sealed partial class PlainControlTests
{
    private static readonly IReadOnlyList<Source.File> Pages =
        [.. Source.Files(["DealerPortal.Web"], ".razor").Where(file => file.Folder != "Controls" && !file.Path.Contains("/Controls/", StringComparison.Ordinal))];

    /// <summary>The reasons stand in docs/controls.md.</summary>
    private static readonly Dictionary<string, string[]> Plain = new()
    {
        ["Shell/Frame"] = ["button", "input"],
        ["Shell/PersonMenu"] = ["button"],
        ["Shell/ReconnectBar"] = ["button"],
        ["Accounts/InvitationPage"] = ["input"],
        ["TimeMachine/TimeMachinePage"] = ["input"],
        ["Settlements/StatementPrintPage"] = ["table"],
        ["Settlements/StatementRow"] = ["button"],
        ["Hotline/CallerFinder"] = ["button"],
        ["Complaints/KeySheet"] = ["button", "dialog"],
        ["Complaints/TriagePage"] = ["input"],
        ["Complaints/TriageRows"] = ["button", "input"],
    };

    [Fact]
    public void Pages_hold_no_plain_controls_but_the_listed_ones() => Offences.None(
        from file in Pages
        from tag in Tags(file)
        where !Plain.GetValueOrDefault(Name(file), []).Contains(tag)
        select $"{file.Path}: <{tag}>");

    [Fact]
    public void Whatever_is_listed_still_stands_in_its_page_and_has_its_reason_in_the_documentation()
    {
        var reasons = File.ReadAllText(Path.Combine(Source.Root, "docs/controls.md"));
        Offences.None(
            from listed in Plain
            from tag in listed.Value
            where !Pages.Any(file => Name(file) == listed.Key && Tags(file).Contains(tag)) || !reasons.Contains($"`{listed.Key}`", StringComparison.Ordinal)
            select $"{listed.Key}: <{tag}>");
    }

    private static string Name(Source.File file) => file.Path["DealerPortal.Web/".Length..^".razor".Length];

    // A hidden input shows nothing.
    private static IEnumerable<string> Tags(Source.File file) =>
        RawTag().Matches(Comment().Replace(file.Text, "")).Where(match => !match.Value.Contains("type=\"hidden\"", StringComparison.Ordinal))
            .Select(match => match.Groups["tag"].Value).Distinct();

    [GeneratedRegex(@"<(?<tag>button|input|select|textarea|table|dialog)(?=[\s>/])[^>]*>?")]
    private static partial Regex RawTag();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
