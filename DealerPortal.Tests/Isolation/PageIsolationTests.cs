using System.Collections.Concurrent;
using System.Text;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Isolation;

/// <summary>What reaches the browser of whoever has no business with a delivery or a complaint: every frame of his circuit is read.</summary>
public sealed class PageIsolationTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task Nothing_of_it_reaches_another_dealer_on_any_page_nor_when_it_changes() => await Walk(scene => scene.Stranger);

    [Fact]
    public async Task Nothing_of_it_reaches_another_region_on_any_page_nor_when_it_changes() => await Walk(scene => scene.South);

    [Fact]
    public async Task Every_page_of_it_shows_it_to_somebody_who_may_see_it()
    {
        // Not each of them may see each page: a browser complains of every 404.
        ExpectFaults();
        Host.Clock.Now = Shanghai.At("2026-03-02 09:10");
        var scene = await Scene.Lay(Host);
        var blind = Addresses.PagesOfIt.Keys.ToHashSet();
        foreach (var actor in scene.Insiders.Take(4))
        {
            var (visit, heard) = await Listen(actor);
            foreach (var route in blind.ToList())
            {
                await visit.Go(Addresses.PagesOfIt[route](scene)[0]);
                if (Addresses.Nameless.ContainsKey(route) ? !await visit.Page.Locator("main .state.refused").IsVisibleAsync() : heard.Any(text => scene.In(text).Any())) blind.Remove(route);
                heard.Clear();
            }
        }
        Offences.None(blind);
        Offences.None(Host.Faults.Take());
    }

    private async Task Walk(Func<Scene, Actor> who)
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 09:10");
        ExpectFaults();
        var scene = await Scene.Lay(Host);
        var (visit, heard) = await Listen(who(scene));
        var found = new List<string>();
        foreach (var (route, asked) in Addresses.PagesOfIt.Concat(Addresses.OtherPages))
            foreach (var address in asked(scene))
            {
                heard.Clear();
                await visit.Go(address);
                if (Addresses.PagesOfIt.ContainsKey(route) && !await visit.Page.Locator("main .state.refused").IsVisibleAsync()) found.Add($"{address} is there");
                Change(scene);
                await Task.Delay(150);
                await visit.Settled();
                // What he asked for himself comes back to him.
                found.AddRange(heard.SelectMany(scene.In).Distinct().Where(word => !address.Contains(word, StringComparison.Ordinal)).Select(word => $"{address}: {word}"));
            }
        Offences.None(found);
    }

    // News on every topic that any page of it listens to, his own among them.
    private void Change(Scene scene)
    {
        var feed = Host.The<ChangeFeed>();
        foreach (var id in scene.Ids.Values)
            foreach (var topic in new[] { Topics.Case(id), Topics.PickUp(id), Topics.Inspection(id), Topics.Order(id), Topics.Timeline(id), Topics.Dealer(id), Topics.User(id), Topics.Batch(id) }) feed.Changed(topic);
        foreach (var topic in new[] { Topics.Staff, Topics.Region("north"), Topics.Region("south"), Topics.Orders, Topics.Dealers, Topics.Approvals, Topics.Settlement, Topics.BoardOf(scene.Stranger) }) feed.Changed(topic);
    }

    private async Task<(Visit Visit, ConcurrentBag<string> Heard)> Listen(Actor actor)
    {
        var visit = await Visit(actor);
        // What is read here are frames: without its looks a page is opened in half the time.
        var line = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        await line.SendAsync("Network.enable");
        await line.SendAsync("Network.setBlockedURLs", new() { ["urls"] = new[] { "*.css*" } });
        var heard = new ConcurrentBag<string>();
        visit.Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => heard.Add(frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []));
        return (visit, heard);
    }
}
