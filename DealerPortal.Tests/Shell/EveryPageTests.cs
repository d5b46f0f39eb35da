using System.Net;
using DealerPortal.Domain.Accounts;
using DealerPortal.Tests.Isolation;
using DealerPortal.Tests.Support;
using DealerPortal.Web.Shell;

namespace DealerPortal.Tests.Shell;

/// <summary>Every page as somebody who may see it opens it, light in Chinese and dark in English: nobody is kept out, all can be read, nothing is cut off.</summary>
/// <remarks>What a page turns into while it is used is looked at in the journeys.</remarks>
public sealed class EveryPageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task Everybody_can_use_every_page(string language)
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 09:10");
        var scene = await Scene.Lay(Host);
        var found = new List<string>();
        foreach (var (actor, addresses) in await Readers(scene))
        {
            // Dealers read on a phone and staff at a desk; in the other language it is the other way round.
            var visit = await Visit(actor, actor.IsDealer == (language == Screen.Chinese) ? Screen.Phone : Screen.Desktop, language);
            foreach (var address in addresses)
            {
                await visit.Go(address);
                await visit.Shot("page" + address.Split('?')[0].Replace('/', '-')[..Math.Min(address.Split('?')[0].Length, 20)]);
                found.AddRange(await visit.Obstacles());
                found.AddRange(await visit.Unreadable(isDark: language == Screen.English));
            }
            await visit.Leave();
        }
        Offences.None(found);
    }

    // Who opens which page: of one thing, a dealer and a member of staff who may see it; of many things, the first who may.
    private async Task<IReadOnlyList<(Actor Who, List<string> Addresses)>> Readers(Scene scene)
    {
        var readers = new List<(Actor Who, HttpClient Browser, List<string> Addresses)>();
        foreach (var who in scene.Insiders) readers.Add((who, await Asking(who), []));
        foreach (var (route, asked) in Addresses.PagesOfIt.Concat(Addresses.OtherPages))
            foreach (var address in asked(scene))
            {
                var isForBoth = route == PortalUrls.Home || Addresses.PagesOfIt.ContainsKey(route);
                var met = new HashSet<bool>();
                foreach (var (who, browser, addresses) in readers.TakeWhile(_ => isForBoth || met.Count == 0))
                    if (!met.Contains(who.IsDealer) && await IsThere(browser, address) && met.Add(who.IsDealer)) addresses.Add(address);
            }
        readers[0].Addresses.Add(PortalUrls.NotFound);
        foreach (var (_, browser, _) in readers) browser.Dispose();
        return [.. readers.Where(reader => reader.Addresses.Count > 0).Select(reader => (reader.Who, reader.Addresses))];
    }

    private async Task<HttpClient> Asking(Actor who)
    {
        var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Host.Url) };
        browser.DefaultRequestHeaders.Add("Cookie", "portal=" + await Host.TicketOf(who.UserId!.Value));
        return browser;
    }

    private static async Task<bool> IsThere(HttpClient browser, string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
