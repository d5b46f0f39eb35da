using System.Net;
using AngleSharp.Html.Parser;

namespace DealerPortal.Tests.Accounts;

/// <summary>A browser without a screen: keeps cookies, fills in forms as they stand on the page, and does not follow where it is sent.</summary>
public sealed class Visitor(HttpClient client)
{
    public HttpClient Client => client;

    public Task<HttpResponseMessage> Get(string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>Opens the page, and sends its form that goes to this address with these fields.</summary>
    public async Task<HttpResponseMessage> Send(string page, string address, params (string Name, string Value)[] fields)
    {
        var html = new HtmlParser().ParseDocument(await (await Get(page)).Content.ReadAsStringAsync());
        var token = html.QuerySelector($"form[action='{address}'] input[name=__RequestVerificationToken]")?.GetAttribute("value")
            ?? throw new InvalidOperationException($"No form for {address} at {page}: {html.QuerySelector("main")?.TextContent.Trim()}");
        return await Post(address, [.. fields, ("__RequestVerificationToken", token)]);
    }

    public async Task<HttpResponseMessage> Post(string address, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    public Task<HttpResponseMessage> SignIn(string userName, string password, string back = "/") =>
        Send("/sign-in?back=" + Uri.EscapeDataString(back), "/sign-in/with-password", ("userName", userName), ("password", password), ("back", back));

    public async Task<bool> IsInside() => (await Get("/account")).StatusCode == HttpStatusCode.OK;
}
