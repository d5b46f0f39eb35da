using DealerPortal.Tests.Support;
using DealerPortal.Web.Parts;

namespace DealerPortal.Tests.Architecture;

/// <summary>One bar of signal at a freight depot: what each page needs stays small, and comes from nowhere else.</summary>
public sealed class PageWeightTests
{
    private static readonly string Root = Path.Combine(Source.Root, "DealerPortal.Web/wwwroot");

    [Fact]
    public void The_style_sheet_stays_under_60_kB() => Assert.InRange(new FileInfo(Path.Combine(Root, "portal.css")).Length, 1, 60_000);

    [Fact]
    public void The_script_of_every_page_stays_under_15_kB() => Assert.InRange(new FileInfo(Path.Combine(Root, "portal.js")).Length, 1, 15_000);

    [Fact]
    public void No_style_is_fetched_from_elsewhere_and_none_has_a_gradient()
    {
        var css = File.ReadAllText(Path.Combine(Root, "portal.css"));
        Assert.DoesNotContain("url(", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
        Assert.DoesNotContain("gradient(", css, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_picture_a_page_names_is_drawn() => Offences.None(
        from file in Source.Files(["DealerPortal.Web"], ".razor", ".cs")
        from System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(file.Text, "<Icon Name=\"(?<name>[a-z-]+)\"")
        where !Drawings.Names.Contains(match.Groups["name"].Value)
        select $"{file.Path}: {match.Groups["name"].Value}");
}
