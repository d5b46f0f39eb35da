using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Web.Shell;

/// <summary>Every address of the portal, so that no page knows another page.</summary>
public static partial class PortalUrls
{
    // shell
    public const string Home = "/";
    public const string Language = "/language";
    public const string Alive = "/alive";
    public const string Theme = "/theme.css";
    public const string NotFound = "/not-found";
    public const string Search = "/search";

    /// <summary>The answers to what somebody typed into the search field.</summary>
    public static string SearchFor(string? text) => With(Search, ("q", text));

    // accounts
    public const string SignIn = "/sign-in";
    public const string SignInWithPassword = "/sign-in/with-password";
    public const string SignInAsDemo = "/sign-in/as-demo";
    public const string SignOut = "/sign-out";
    public const string SetUp = "/set-up";
    public const string Invitation = "/invitation";
    public const string People = "/people";
    public const string NewPerson = "/people/new";
    public const string Account = "/account";
    public const string AccountPassword = "/account/password";
    public const string AccountSignOutEverywhere = "/account/sign-out-everywhere";

    public static string Person(Guid id) => $"/people/{id}";

    // policies
    public const string Policies = "/policies";

    /// <summary>The clause's page, in the edition that the ruling was made under.</summary>
    public static string Clause(Clause clause) => $"{Policies}/{clause.Pack}/{clause.Edition}?clause={Uri.EscapeDataString(clause.Number)}";

    public static string Edition(string pack, string edition) => $"{Policies}/{pack}/{edition}";

    // calendars
    public const string Holidays = "/holidays";

    // dealers, orders
    public const string Dealers = "/dealers";
    public const string Orders = "/orders";
    public const string Import = "/orders/import";

    public static string Order(Guid id) => $"/orders/{id}";

    /// <summary>The list of orders, narrowed; <paramref name="after"/> is where a page of it begins.</summary>
    public static string OrdersWith(string? text, bool? shipped, string? after = null) =>
        With(Orders, ("text", text), ("shipped", shipped is { } so ? so ? "true" : "false" : null), ("after", after));

    public static string Dealer(Guid id) => $"{Dealers}/{id}";

    public static string DealersWith(string? text, string? region, string? after = null) => With(Dealers, ("text", text), ("region", region), ("after", after));

    public static string ImportRun(Guid id) => $"{Import}/{id}";

    public static string ImportProblems(Guid id) => $"{Import}/{id}/problems.csv";

    public static string ImportTemplate(DealerPortal.Domain.Imports.ImportKind kind) => $"{Import}/template/{kind}.csv";

    // promised dates and late days
    public const string Late = "/late";
    public const string Spans = "/late/excused";

    /// <summary>The orders still owed, narrowed; <paramref name="after"/> is where a page of them begins.</summary>
    public static string LateWith(DealerPortal.Domain.Compensation.LateBoard.Which which, string? cause, string? plant, string? after = null) =>
        With(Late, ("which", which.ToString()), ("cause", cause), ("plant", plant), ("after", after));

    // deliveries, inspections
    public const string Arrivals = "/arrivals";
    public const string PickUps = "/pick-ups";
    public const string Outbound = "/outbound-orders";
    public const string Rejections = "/rejections";

    public static string RecordPickUp(IEnumerable<Guid> shipments) => "/pick-ups/new?" + string.Join('&', shipments.Select(id => $"shipment={id}"));

    public static string PickUpsBefore(Instant at, Guid id) => $"{PickUps}?before={PageMark.Write(at, id)}";

    public static string OutboundOrder(Guid inspection) => $"{Outbound}/{inspection}";

    public static string OutboundBefore(Instant at, Guid id) => $"{Outbound}?before={PageMark.Write(at, id)}";

    public static string PickUp(Guid id) => $"/pick-ups/{id}";

    public static string Inspection(Guid id) => $"/inspections/{id}";

    // complaints, approvals
    public const string Cases = "/cases";
    public const string NewCase = "/cases/new";
    public const string Triage = "/triage";
    public const string CaseEditions = "/cases/editions";
    public const string Approvals = "/approvals";

    /// <summary>A complaint that begins with what an inspection found.</summary>
    public static string Complain(Guid inspection, string family) => $"{NewCase}?inspection={inspection}&family={family}";

    /// <summary>A complaint about an order.</summary>
    public static string ComplainOf(Guid order) => $"{NewCase}?order={order}";

    /// <summary>A complaint about the goods of one family in a delivery.</summary>
    public static string ComplainOf(Guid pickUp, string family) => $"{NewCase}?pickUp={pickUp}&family={family}";

    public static string Case(Guid id) => $"/cases/{id}";

    /// <summary>The deadline receipt of one clock of a case.</summary>
    public static string ClockReceipt(Guid id, Guid clock) => $"/cases/{id}/clocks/{clock}";

    // evidence
    public static string Photo(Guid id) => $"/photos/{id}/view";

    public static string PhotoThumbnail(Guid id) => $"/photos/{id}/thumb";

    // notices, jobs, history
    public const string Notices = "/notices";
    public const string NoticeChoices = "/notices/choices";
    public const string Jobs = "/jobs";
    public const string JobDashboard = "/jobs/hangfire";
    public const string Outbox = "/jobs/outbox";

    public static string Job(string code) => $"/jobs/{code}";

    public const string History = "/history";
    public const string HistoryExport = "/history.csv";
    public const string TimeMachine = "/time-machine";

    /// <summary>An address with those of its parts that are given.</summary>
    public static string With(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var mark = '?';
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrWhiteSpace(value)) continue;
            path += $"{mark}{name}={Uri.EscapeDataString(value.Trim())}";
            mark = '&';
        }
        return path;
    }

    /// <summary>Whether an address given by a browser stays inside the portal.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
