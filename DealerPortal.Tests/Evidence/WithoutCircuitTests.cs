using DealerPortal.Tests.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Evidence;

/// <summary>The strip on a real page: it takes and sends while the page's circuit is gone.</summary>
public sealed class WithoutCircuitTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task Photos_are_taken_and_sent_while_the_circuit_is_gone_and_are_there_when_it_is_back()
    {
        ExpectFaults();
        var dealer = await Host.Dealer("D-" + Guid.NewGuid().ToString("N")[..6]);
        var owner = await Visit(await Host.DealerOwner(dealer), Screen.Phone);
        var page = owner.Page;
        var (isCut, circuits) = (false, new List<IWebSocketRoute>());
        await page.RouteWebSocketAsync(new System.Text.RegularExpressions.Regex("_blazor"), socket =>
        {
            if (isCut) { _ = socket.CloseAsync(); return; }
            socket.ConnectToServer();
            circuits.Add(socket);
        });
        await page.RouteAsync("**/_blazor/**", route => isCut ? route.AbortAsync() : route.ContinueAsync());
        await owner.Go("/cases/new");
        await owner.Choose(owner.Select("filing.category"), Host.ProblemName("2.4"));
        await owner.Field("filing.description").FillAsync("外包装破损");
        await owner.Field("filing.description").BlurAsync();
        await Assertions.Expect(page.Locator(".photo-count")).ToBeVisibleAsync();

        isCut = true;
        foreach (var circuit in circuits) await circuit.CloseAsync();
        await Assertions.Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
        await page.Locator(".photo-strip input[multiple]").SetInputFilesAsync(new[] { "DSCN0010.jpg", "portrait_6.jpg" }.Select(name => Path.Combine(AppContext.BaseDirectory, "TestData", "photos", name)));
        await Assertions.Expect(page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(2, new() { Timeout = 30_000 });

        Assert.Equal(2, await Host.Db(db => db.Photos.CountAsync(photo => photo.DealerId == dealer.Id)));
        isCut = false;
        await page.ReloadAsync();
        await owner.Settled();
        await Assertions.Expect(page.Locator(".photo[data-state=sent]")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await owner.Shot("photos-on-page");
    }
}
