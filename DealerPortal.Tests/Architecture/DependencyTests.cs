using System.Text.RegularExpressions;
using System.Xml.Linq;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Architecture;

/// <summary>Which way the house leans: who may know whom. Read from the project files and from the using lines of each folder.</summary>
public sealed partial class DependencyTests
{
    private static readonly IReadOnlyList<Source.File> Domain = Source.Files(["DealerPortal.Domain"], ".cs");

    private static readonly IReadOnlyList<Source.File> Web = Source.Files(["DealerPortal.Web"], ".cs", ".razor");

    private static readonly IReadOnlyList<Source.File> Jobs = Source.Files(["DealerPortal.Jobs"], ".cs");

    // Top to bottom: a capability may know those below it, and none above it.
    private static readonly string[] Storeys = ["Search", "Calendars", "Reports", "TierReviews", "Settlements", "Compensation", "Callbacks", "Hotline", "Conduct", "Knowledge", "Complaints", "Inspections", "Deliveries", "Imports", "Promises", "Orders", "Dealers"];

    // Neighbours on one floor of the house's picture do not know each other.
    private static readonly string[][] Floors = [["Compensation", "Callbacks", "Hotline", "Conduct"]];

    // Usable by all, using no capability; among themselves they may talk.
    private static readonly string[] Commons = ["Evidence", "Approvals", "Notices", "History", "Accounts", "Jobs"];

    // What of ASP.NET keeps something in the portal's own database.
    private static readonly string[] Stores = ["Microsoft.AspNetCore.Identity", "Microsoft.AspNetCore.DataProtection.EntityFrameworkCore"];

    [Fact]
    public void Projects_know_only_whom_they_may()
    {
        Assert.Empty(References("DealerPortal.Domain"));
        Assert.Equal(["DealerPortal.Domain"], References("DealerPortal.Jobs"));
        Assert.Equal(["DealerPortal.Domain", "DealerPortal.Jobs"], References("DealerPortal.Web").Order());
    }

    [Fact]
    public void The_domain_knows_no_screen_and_no_scheduler() => Offences.None(Uses(Domain, name =>
        name.StartsWith("MudBlazor", StringComparison.Ordinal) || name.StartsWith("Hangfire", StringComparison.Ordinal)
        || name.StartsWith("DealerPortal.Web", StringComparison.Ordinal) || name.StartsWith("DealerPortal.Jobs", StringComparison.Ordinal)
        || (name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) && !Stores.Any(store => name.StartsWith(store, StringComparison.Ordinal)))));

    [Fact]
    public void Identity_is_known_only_where_people_are_kept() => Offences.None(Uses(
        Domain.Where(file => file.Folder is not ("Accounts" or "Storage")), name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
        .Except(["DealerPortal.Domain/DomainSetup.cs uses Microsoft.AspNetCore.Identity"]));

    [Fact]
    public void Time_and_policies_are_functions_without_database_clock_or_logger()
    {
        var pure = Domain.Where(file => file.Folder is "Time" or "Policies").ToList();
        Offences.None(Uses(pure, name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
            || (name.StartsWith("DealerPortal.Domain.", StringComparison.Ordinal) && name["DealerPortal.Domain.".Length..].Split('.')[0] is not ("Time" or "Policies"))));
        Offences.None(pure.Where(file => Regex.IsMatch(file.Text, @"\b(IClock|ILogger|TimeProvider)\b")).Select(file => $"{file.Path} asks for a clock or a logger"));
        Offences.None(Uses(pure.Where(file => file.Folder == "Time"), name => name.StartsWith("DealerPortal.Domain.Policies", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_capability_knows_only_those_below_it_and_the_commons() => Offences.None(
        from file in Domain
        where Storeys.Contains(file.Folder) || Commons.Contains(file.Folder)
        from name in Known(file)
        where Storeys.Contains(name) && !MayKnow(file.Folder, name)
        select $"{file.Path} knows {name}");

    [Fact]
    public void An_entity_is_handed_what_it_needs_and_asks_for_nothing()
    {
        var options = new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=:memory:").Options;
        using var db = new SqlitePortalDb(options);
        var asking = new[] { "IClock", "PolicyBook", "PortalDb", "PortalWork", "ILogger", "IDbContextFactory`1" };
        Offences.None(
            from entity in db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.Assembly == typeof(PortalDb).Assembly).Distinct()
            from member in entity.GetConstructors().Cast<System.Reflection.MethodBase>().Concat(entity.GetMethods())
            from parameter in member.GetParameters()
            where asking.Contains(parameter.ParameterType.Name)
            select $"{entity.Name}.{member.Name} asks for {parameter.ParameterType.Name}");
    }

    [Fact]
    public void An_entity_changes_only_by_its_verbs()
    {
        var options = new DbContextOptionsBuilder<SqlitePortalDb>().UseSqlite("Data Source=:memory:").Options;
        using var db = new SqlitePortalDb(options);
        Offences.None(
            from entity in db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.Assembly == typeof(PortalDb).Assembly).Distinct()
            from property in entity.GetProperties().Where(property => property.DeclaringType!.Assembly == typeof(PortalDb).Assembly)
            where property.SetMethod is { IsPublic: true } setter && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
            select $"{entity.Name}.{property.Name} can be set by anybody");
    }

    [Fact]
    public void Pages_know_views_and_actions_and_no_database()
    {
        var pages = Web.Where(file => file.Path.EndsWith(".razor", StringComparison.Ordinal));
        Offences.None(pages.Where(file => Regex.IsMatch(file.Text, @"\b(PortalDb|PortalWork|IDbContextFactory|DbContext)\b|Microsoft\.EntityFrameworkCore")).Select(file => $"{file.Path} touches the database"));
    }

    [Fact]
    public void A_page_knows_no_other_capability_s_page() => Offences.None(
        from file in Web
        where file.Folder is not ("Shell" or "Parts" or "Words" or "Demo" or "TimeMachine" or "")
        from Match match in Using().Matches(file.Text)
        let name = match.Groups["name"].Value
        where name.StartsWith("DealerPortal.Web.", StringComparison.Ordinal)
        let folder = name.Split('.')[2]
        where folder != file.Folder && folder is not ("Shell" or "Parts" or "Words" or "Demo" or "Accounts" or "TimeMachine")
        select $"{file.Path} knows {folder}");

    [Fact]
    public void Only_the_program_joins_the_screens_to_the_timetable() => Offences.None(
        Uses(Web.Where(file => file.Path != "DealerPortal.Web/Program.cs"), name => name == "DealerPortal.Jobs" || name.StartsWith("DealerPortal.Jobs.", StringComparison.Ordinal)));

    [Fact]
    public void A_job_holds_no_rule_and_no_query() => Offences.None(Uses(Jobs, name =>
        name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("DealerPortal.Domain.Policies", StringComparison.Ordinal)
        || name.StartsWith("DealerPortal.Web", StringComparison.Ordinal)));

    private static bool MayKnow(string who, string whom)
    {
        if (who == whom) return true;
        if (!Storeys.Contains(who)) return false;
        return Array.IndexOf(Storeys, whom) > Array.IndexOf(Storeys, who) && !Floors.Any(floor => floor.Contains(who) && floor.Contains(whom));
    }

    private static IEnumerable<string> Known(Source.File file) => Using().Matches(file.Text)
        .Select(match => match.Groups["name"].Value.Split('.'))
        .Where(parts => parts is ["DealerPortal", "Domain", _, ..]).Select(parts => parts[2]).Distinct();

    private static IEnumerable<string> Uses(IEnumerable<Source.File> files, Func<string, bool> forbidden) =>
        from file in files
        from Match match in Using().Matches(file.Text)
        let name = match.Groups["name"].Value
        where forbidden(name)
        select $"{file.Path} uses {name}";

    private static IEnumerable<string> References(string project) => XDocument.Load(Path.Combine(Source.Root, project, project + ".csproj"))
        .Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    [GeneratedRegex(@"^\s*@?using (?:static )?(?:\w+ = )?(?<name>[\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
