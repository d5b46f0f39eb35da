using DealerPortal.Domain;
using DealerPortal.Domain.Policies;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Policies;

public sealed class PolicyBookTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("packs-").FullName;

    [Fact]
    public void Before_the_first_edition_no_rule_is_in_force_and_on_its_day_it_is()
    {
        var refusal = Books.Shipped.InForce(new(2025, 12, 31)).Refusal;

        Assert.Equal(("no-rule-in-force", "d:2025-12-31 d:2026-01-01"), (refusal!.Code, string.Join(' ', refusal.Facts)));
        Assert.Equal("2026-01", Books.Shipped.InForce(new(2026, 1, 1)).Value!.Name);
    }

    [Fact]
    public void A_new_edition_from_a_folder_holds_from_its_day_on_and_the_old_one_until_then()
    {
        Lay(Next("2026-07-01"));
        var book = Book();

        Assert.Equal("2026-01", book.InForce(new(2026, 6, 30)).Value!.Name);
        Assert.Equal("2026-07", book.InForce(new(2026, 7, 1)).Value!.Name);
        Assert.Equal(["2026-01", "2026-07"], book.Own.Select(edition => edition.Name));
        Assert.Equal("2026-01", book.Edition(Books.Pack, "2026-01").Name);
    }

    [Fact]
    public void Two_editions_cannot_begin_on_one_day()
    {
        Lay(Next("2026-01-01"));

        Assert.Equal("doors-and-windows/2026-07/pack.yaml: two editions apply from 2026-01-01: 2026-01 and 2026-07. Each begins on a date of its own.", Problem());
    }

    [Fact]
    public void A_shipped_edition_is_never_edited()
    {
        Lay(new() { ["doors-and-windows/2026-01/acceptance.yaml"] = "clause: 三(三)2" });

        Assert.Contains("doors-and-windows/2026-01/acceptance.yaml: this edition is shipped with the portal and is never edited; a change is a new edition with its own date.", Problems());
    }

    [Fact]
    public void A_pack_of_another_company_may_lie_in_the_folder()
    {
        Lay(Books.Small());

        var book = new PolicyBook(new PortalSettings { Pack = "small", PacksFolder = folder });

        Assert.Equal("small", book.InForce(new(2026, 3, 2)).Value!.Pack);
        Assert.Equal(new Bilingual("箱", "Box"), book.NameOfFamily("box"));
        Assert.Equal("大门", book.NameOfFamily("gate")!.Zh);
        Assert.Null(book.NameOfFamily("no-such-family"));
    }

    [Fact]
    public void A_year_of_holidays_from_the_folder_takes_the_place_of_the_provisional_or_amended_one()
    {
        Lay(new() { ["holidays/cn-2027.yaml"] = "year: 2027\nsources: []\ndays:\n  - { date: 2027-03-01, name: 试, is: off }\n" });

        var calendar = Book().Edition(Books.Pack, "2026-01").Calendar;

        Assert.False(calendar.IsProvisional(new(2027, 3, 1)));
        Assert.False(calendar.IsWorkingDay(new(2027, 3, 1)));
    }

    [Fact]
    public void The_portal_does_not_start_with_a_pack_that_cannot_be_read()
    {
        Lay(Books.Small("acceptance.yaml", "within: 4 hours", "whithin: 4 hours"));
        Lay(new() { ["small/2026-02/pack.yaml"] = "pack: small" });
        File.WriteAllBytes(Path.Combine(folder, "small/2026-02/odd.yaml"), [0xFF, 0xFE, 0x00]);

        var fault = Assert.Throws<PackException>(() => new Microsoft.Extensions.DependencyInjection.ServiceCollection()
            .AddDealerPortalDomain(new() { Pack = Books.Pack, PacksFolder = folder }));

        Assert.Contains("small/2026-01/acceptance.yaml, line 9, column 45: unknown key 'whithin'.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("small/2026-02/odd.yaml: this is no UTF-8 text.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("small/2026-02/pack.yaml, line 1, column 1: the key 'clauses' is missing.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_and_a_pack_that_is_unknown_are_named()
    {
        Assert.Equal($"{folder}-none: this folder is named in the settings (Portal:PacksFolder) and is not there.",
            Assert.Throws<PackException>(() => PackReader.Read(folder + "-none")).Problems.Single().ToString());
        Assert.Equal("appsettings.json: Portal:Pack is 'doors'. There are: doors-and-windows.",
            Assert.Throws<PackException>(() => new PolicyBook(new PortalSettings { Pack = "doors" })).Problems.Single().ToString());
    }

    [Fact]
    public void A_clause_inside_a_clause_group_is_found_under_it()
    {
        Assert.Equal("三(三)2", Books.Edition.At("三(三)2 备注1")!.Head.Clause.Number);
        Assert.Equal("三(三)1", Books.Edition.At("三(三)1 1)")!.Head.Clause.Number);
        Assert.Null(Books.Edition.At("三(三)"));
    }

    [Fact]
    public void Every_clause_of_the_shipped_packs_has_examples_and_they_hold() => Assert.All(
        Books.Shipped.Editions.SelectMany(edition => edition.Rules), rule => Assert.True(rule.Examples.Count > 0 && rule.Examples.All(example => example.Holds)));

    [Fact]
    public async Task The_real_portal_has_the_book_of_its_settings()
    {
        await using var portal = await Portal.Start();

        Assert.Equal("doors-and-windows", portal.The<PolicyBook>().InForce(new(2026, 3, 2)).Value!.Pack);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private PolicyBook Book() => new(new PortalSettings { Pack = Books.Pack, PacksFolder = folder });

    private string[] Problems() => [.. Assert.Throws<PackException>(Book).Problems.Select(problem => problem.ToString())];

    private string Problem() => Assert.Single(Problems());

    private void Lay(Dictionary<string, string> files)
    {
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
            File.WriteAllText(Path.Combine(folder, path), text);
        }
    }

    /// <summary>A later edition of the shipped pack, the small one under its name.</summary>
    private static Dictionary<string, string> Next(string from) => Books.Small().ToDictionary(
        file => file.Key.Replace("small/2026-01", "doors-and-windows/2026-07", StringComparison.Ordinal),
        file => file.Value.Replace("pack: small", "pack: doors-and-windows", StringComparison.Ordinal)
            .Replace("edition: 2026-01", "edition: 2026-07", StringComparison.Ordinal).Replace("from: 2026-01-01", "from: " + from, StringComparison.Ordinal));
}
