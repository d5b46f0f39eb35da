using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DealerPortal.Tests.Isolation;

/// <summary>Every address of the portal, as somebody would ask it for what stands in the scene.</summary>
internal static class Addresses
{
    /// <summary>Pages of one thing: whoever may not see it is told that it is not here.</summary>
    public static readonly Dictionary<string, Func<Scene, string[]>> PagesOfIt = new()
    {
        ["/callbacks/{Id:guid}"] = scene => [$"/callbacks/{scene.Ids["callback"]}"],
        ["/cases/{Id:guid}"] = scene => [$"/cases/{scene.Ids["case"]}"],
        ["/cases/{Id:guid}/clocks/{ClockId:guid}"] = scene => [$"/cases/{scene.Ids["case"]}/clocks/{scene.Ids["clock"]}"],
        ["/dealers/{Id:guid}"] = scene => [$"/dealers/{scene.Ids["dealer"]}"],
        ["/inspections/{Id:guid}"] = scene => [.. new[] { "rejection", "signed", "inspection" }.Select(name => $"/inspections/{scene.Ids[name]}")],
        ["/orders/{Id:guid}"] = scene => [$"/orders/{scene.Ids["order"]}"],
        ["/outbound-orders/{Id:guid}"] = scene => [$"/outbound-orders/{scene.Ids["signed"]}"],
        ["/people/{Id:guid}"] = scene => [$"/people/{scene.Ids["user"]}"],
        ["/pick-ups/{Id:guid}"] = scene => [$"/pick-ups/{scene.Ids["pickUp"]}"],
        ["/settlement/dealers/{DealerId:guid}"] = scene => [$"/settlement/dealers/{scene.Ids["dealer"]}"],
        ["/statements/{Id:guid}"] = scene => [$"/statements/{scene.Ids["batch"]}"],
        ["/statements/{Id:guid}/print"] = scene => [$"/statements/{scene.Ids["batch"]}/print"],
        ["/surveys/{Id:guid}"] = scene => [$"/surveys/{scene.Ids["callback"]}"],
    };

    /// <summary>Of these, pages that name nobody and nothing to whoever may open them.</summary>
    public static readonly Dictionary<string, string> Nameless = new()
    {
        ["/surveys/{Id:guid}"] = "questions to whoever opens it",
    };

    /// <summary>Pages of many things, or of none: they show whatever else the person may see, or nothing.</summary>
    public static readonly Dictionary<string, Func<Scene, string[]>> OtherPages = new()
    {
        ["/"] = _ => ["/"],
        ["/account"] = _ => ["/account"],
        ["/approvals"] = _ => ["/approvals"],
        ["/arrivals"] = _ => ["/arrivals"],
        ["/callbacks"] = _ => ["/callbacks"],
        ["/callbacks/figures"] = _ => ["/callbacks/figures"],
        ["/callbacks/figures/list"] = _ => ["/callbacks/figures/list"],
        ["/cases"] = _ => ["/cases"],
        ["/cases/editions"] = _ => ["/cases/editions"],
        ["/cases/new"] = scene => [$"/cases/new?inspection={scene.Ids["rejection"]}&family=window-guard", $"/cases/new?id={scene.Ids["draft"]}&dealer={scene.Ids["dealer"]}&order={scene.Ids["order"]}"],
        ["/conduct"] = _ => ["/conduct"],
        ["/conduct/new"] = _ => ["/conduct/new"],
        ["/conduct/{Id:guid}"] = _ => [$"/conduct/{Guid.Empty}"],
        ["/dealers"] = scene => ["/dealers", $"/dealers?text={scene.Mark}"],
        ["/history"] = scene => [$"/history?subject={scene.Ids["case"]}"],
        ["/hotline"] = scene => ["/hotline", $"/hotline?dealer={scene.Ids["dealer"]}&call={scene.Ids["call"]}"],
        ["/hotline/calls"] = _ => ["/hotline/calls"],
        ["/hotline/scripts/{Code}"] = _ => ["/hotline/scripts/greeting"],
        ["/holidays"] = _ => ["/holidays"],
        ["/jobs"] = _ => ["/jobs"],
        ["/jobs/{Job}"] = _ => ["/jobs/deem-acceptance"],
        ["/jobs/outbox"] = _ => ["/jobs/outbox"],
        ["/knowledge"] = scene => [$"/knowledge?text={scene.Mark}"],
        ["/knowledge/new"] = scene => [$"/knowledge/new?case={scene.Ids["case"]}"],
        ["/knowledge/{Id:guid}"] = _ => [$"/knowledge/{Guid.Empty}"],
        ["/late"] = _ => ["/late", "/late?which=All"],
        ["/late/excused"] = _ => ["/late/excused"],
        ["/not-found"] = _ => ["/not-found"],
        ["/notices"] = _ => ["/notices"],
        ["/notices/choices"] = _ => ["/notices/choices"],
        ["/orders"] = scene => ["/orders", $"/orders?text={scene.Mark}"],
        ["/orders/import"] = _ => ["/orders/import"],
        ["/orders/import/{Id:guid}"] = _ => [$"/orders/import/{Guid.Empty}"],
        ["/outbound-orders"] = _ => ["/outbound-orders"],
        ["/people"] = scene => ["/people", $"/people?text={scene.Mark}"],
        ["/people/new"] = _ => ["/people/new"],
        ["/pick-ups"] = _ => ["/pick-ups"],
        ["/pick-ups/new"] = scene => [$"/pick-ups/new?shipment={scene.Ids["shipment"]}"],
        ["/policies"] = _ => ["/policies"],
        ["/policies/{Pack}/{EditionName}"] = _ => ["/policies/doors-and-windows/2026-01"],
        ["/policies/{Pack}/{EditionName}/{Number}"] = _ => ["/policies/doors-and-windows/2026-01/1"],
        ["/rejections"] = _ => ["/rejections"],
        ["/search"] = scene => ["/search", $"/search?q=O-{scene.Mark}", $"/search?q={scene.Words[^1]}", $"/search?q={scene.Mark}"],
        ["/settlement"] = scene => ["/settlement", $"/settlement?text={scene.Mark}", "/settlement?state=Approved"],
        ["/statements"] = _ => ["/statements"],
        ["/tiers"] = _ => ["/tiers"],
        ["/triage"] = scene => ["/triage", $"/triage?case={scene.Ids["case"]}", $"/triage?find={scene.Words[^1]}"],
    };

    /// <summary>Whose ids name no dealer's thing.</summary>
    public static readonly Dictionary<string, string> OfTheCompany = new()
    {
        ["/conduct/{Id:guid}"] = "of the staff, for those concerned",
        ["/knowledge/{Id:guid}"] = "articles of the company's own",
        ["/orders/import/{Id:guid}"] = "files of the ERP, for those who import",
    };

    /// <summary>What scripts and links ask for beside the pages. What changes something is refused; what shows something says nothing.</summary>
    public static readonly Dictionary<string, Func<Scene, (string Address, object? Body)[]>> Endpoints = new()
    {
        ["GET /history.csv"] = _ => [("/history.csv", null)],
        ["GET /orders/import/template/{kind}.csv"] = _ => [("/orders/import/template/Orders.csv", null)],
        ["GET /orders/import/{id:guid}/problems.csv"] = _ => [($"/orders/import/{Guid.Empty}/problems.csv", null)],
        ["GET /statements/{id:guid}/statement.xlsx"] = scene => [($"/statements/{scene.Ids["batch"]}/statement.xlsx", null)],
        ["GET /photos/of/{subject:guid}"] = scene => [($"/photos/of/{scene.Ids["inspection"]}", null), ($"/photos/of/{scene.Ids["rejection"]}", null), ($"/photos/of/{scene.Ids["case"]}", null), ($"/photos/of/{scene.Ids["draft"]}", null)],
        ["GET /photos/{id:guid}/{size:regex(^(thumb|view|original)$)}"] = scene => [.. from size in new[] { "thumb", "view", "original" } from photo in new[] { "photo", "removable" } select ($"/photos/{scene.Ids[photo]}/{size}", (object?)null)],
        ["GET /photos/uploads/{id:guid}"] = scene => [($"/photos/uploads/{scene.Ids["upload"]}", null)],
        ["POST /photos/uploads"] = scene => [.. from subject in new[] { "inspection", "rejection", "case", "draft" } select ("/photos/uploads", (object?)new { subject = scene.Ids[subject], kind = "Document", name = "a.png", bytes = 5, sha256 = new string('b', 64) })],
        ["PUT /photos/uploads/{id:guid}"] = scene => [($"/photos/uploads/{scene.Ids["upload"]}?offset=0", "abc")],
        ["POST /photos/uploads/{id:guid}/finish"] = scene => [($"/photos/uploads/{scene.Ids["upload"]}/finish", null)],
        ["DELETE /photos/uploads/{id:guid}"] = scene => [($"/photos/uploads/{scene.Ids["upload"]}", null)],
        ["PUT /photos/{id:guid}/copies/{copy:regex(^(thumb|view)$)}"] = scene => [($"/photos/{scene.Ids["removable"]}/copies/thumb", "abc")],
        ["DELETE /photos/{id:guid}"] = scene => [($"/photos/{scene.Ids["removable"]}", null)],
    };

    /// <summary>What nobody asks for a thing of anybody.</summary>
    public static readonly Dictionary<string, string> Excused = new()
    {
        ["/invitation/{Link}"] = "opens by a one-time link alone",
        ["/set-up/{Link}"] = "opens by a one-time link alone",
        ["/sign-in"] = "for whoever is not inside yet",
        ["/parts"] = "samples of the parts, with samples in them",
        ["/time-machine"] = "in Development only",
        ["GET /alive"] = "says that the portal is there",
        ["GET /theme.css"] = "the colours of the portal",
        ["GET /photos/token"] = "the asker's own token",
        ["POST /account/password"] = "the asker's own password",
        ["POST /account/sign-out-everywhere"] = "the asker's own sessions",
        ["POST /invitation"] = "asks for a one-time link",
        ["POST /language"] = "the asker's own language",
        ["POST /set-up"] = "asks for a one-time link",
        ["POST /sign-in/as-demo"] = "in Development only",
        ["POST /sign-in/with-password"] = "asks for a password",
        ["POST /sign-out"] = "the asker's own session",
    };

    /// <summary>All that is mapped: pages by their route, everything else by its method and route. Without the framework's own, which carries no thing's id.</summary>
    public static IReadOnlyList<string> Mapped(IServiceProvider services) =>
        [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !endpoint.Metadata.Any(data => data.GetType().Name is "StaticAssetDescriptor"))
            .SelectMany(NamesOf).Where(name => !Framework.Any(own => name.Contains(own, StringComparison.Ordinal))).Distinct()];

    private static readonly string[] Framework = ["/_blazor", "/_framework", "/{**path:file}"];

    private static IEnumerable<string> NamesOf(RouteEndpoint endpoint)
    {
        var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        return endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null ? [route]
            : (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => $"{method} {route}");
    }
}
