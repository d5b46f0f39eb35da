using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Isolation;

/// <summary>Whoever has no business with a delivery or a complaint asks every address for it.</summary>
public sealed partial class AddressIsolationTests(PlainHost host) : IClassFixture<PlainHost>
{
    [Fact]
    public void No_page_and_no_endpoint_is_left_out()
    {
        var walked = Addresses.PagesOfIt.Keys.Concat(Addresses.OtherPages.Keys).Concat(Addresses.Endpoints.Keys).Concat(Addresses.Excused.Keys).ToList();
        var mapped = Addresses.Mapped(host.Services);

        Offences.None(mapped.Except(walked).Select(route => $"{route} is new: say in Addresses how a stranger would ask for another dealer's things there."));
        Offences.None(walked.Except(mapped).Select(route => $"{route} is no longer there."));
        Offences.None(walked.GroupBy(route => route).Where(same => same.Count() > 1).Select(same => $"{same.Key} stands there twice."));
        Offences.None(Addresses.OtherPages.Keys.Where(route => route.Contains(":guid", StringComparison.Ordinal) && !Addresses.OfTheCompany.ContainsKey(route)).Select(route => $"{route} carries an id: it is a page of one thing."));
    }

    [Fact]
    public async Task Every_endpoint_refuses_another_dealer_and_another_region()
    {
        var scene = await Scene.Lay(host);
        var found = new List<string>();
        foreach (var actor in new[] { scene.Stranger, scene.South })
        {
            using var browser = await Browser(actor);
            foreach (var (route, asked) in Addresses.Endpoints)
                foreach (var (address, body) in asked(scene))
                {
                    using var answer = await Ask(browser, route.Split(' ')[0], address, body);
                    var text = await answer.Content.ReadAsStringAsync();
                    if (scene.In(text).Any()) found.Add($"{route} told {actor.Name}: {text}");
                    if (answer.StatusCode != HttpStatusCode.NotFound && text != "[]") found.Add($"{route} answered {actor.Name} {answer.StatusCode}");
                }
        }

        Offences.None(found);
        using var owner = await Browser(scene.Owner);
        foreach (var address in Addresses.Endpoints["GET /photos/{id:guid}/{size:regex(^(thumb|view|original)$)}"](scene).Concat(Addresses.Endpoints["GET /photos/uploads/{id:guid}"](scene)))
            Assert.Equal(HttpStatusCode.OK, (await Ask(owner, "GET", address.Address, null)).StatusCode);
        Assert.NotEmpty(scene.In(await owner.GetStringAsync(new Uri($"/photos/of/{scene.Ids["rejection"]}", UriKind.Relative))));
    }

    [Fact]
    public async Task The_first_HTML_of_a_page_says_nothing_of_another_s_and_a_page_that_is_not_his_answers_404()
    {
        var scene = await Scene.Lay(host);
        var found = new List<string>();
        foreach (var actor in new[] { scene.Stranger, scene.South })
        {
            using var browser = await Browser(actor);
            foreach (var (route, asked) in Addresses.PagesOfIt.Concat(Addresses.OtherPages))
                foreach (var address in asked(scene))
                {
                    using var answer = await Ask(browser, "GET", address, null);
                    if (Addresses.PagesOfIt.ContainsKey(route) && answer.StatusCode != HttpStatusCode.NotFound) found.Add($"{route} answered {actor.Name} {answer.StatusCode}");
                    var html = await answer.Content.ReadAsStringAsync();
                    // What he asked for himself comes back to him in the search field and in links; between the tags it may not stand.
                    var text = Attribute().Replace(html, "");
                    found.AddRange(scene.In(html).Where(word => !address.Contains(word, StringComparison.Ordinal) || text.Contains(word, StringComparison.OrdinalIgnoreCase))
                        .Select(word => $"{route} told {actor.Name} {word}"));
                }
        }
        Offences.None(found);
    }

    [GeneratedRegex("[a-z-]+=\"[^\"]*\"")]
    private static partial Regex Attribute();

    private static async Task<HttpResponseMessage> Ask(HttpClient browser, string method, string address, object? body)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(address, UriKind.Relative)) { Content = body is string text ? new StringContent(text) : body is not null ? JsonContent.Create(body) : null };
        return await browser.SendAsync(request);
    }

    private async Task<HttpClient> Browser(Actor actor)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(host.Url) };
        var cookie = "portal=" + await host.TicketOf(actor.UserId!.Value);
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        using var given = await browser.GetAsync(new Uri("/photos/token", UriKind.Relative));
        var token = await given.Content.ReadFromJsonAsync<JsonElement>();
        browser.DefaultRequestHeaders.Remove("Cookie");
        browser.DefaultRequestHeaders.Add("Cookie", string.Join("; ", given.Headers.GetValues("Set-Cookie").Select(one => one.Split(';')[0]).Prepend(cookie)));
        browser.DefaultRequestHeaders.Add(token.GetProperty("header").GetString()!, token.GetProperty("token").GetString());
        return browser;
    }
}
