using System.Text;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Imports;
using DealerPortal.Tests.Support;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Imports;

public sealed class ImportPageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task A_file_is_chosen_checked_and_taken_over_while_the_dealer_sees_it_arrive(string language)
    {
        var dealer = await Host.Dealer("P-" + language);
        var owner = await Visit(await Host.DealerOwner(dealer), Screen.Phone, language);
        await owner.Go("/orders");
        await owner.IsAccessible();
        var visit = await Visit(await FollowUp(), Screen.For(language), language);
        await visit.Go("/orders/import");
        await visit.Page.Locator("section.card [aria-expanded]").Nth(1).ClickAsync();
        await visit.IsAccessible();
        await visit.Shot("import");

        await Choose(visit, FileOf(dealer));
        await visit.Button("imports.apply", Fact.Number(1)).WaitForAsync();
        await visit.IsAccessible();
        await visit.Shot("import-check");
        await visit.Button("imports.apply", Fact.Number(1)).ClickAsync();
        await visit.Says("imports.done");
        await visit.IsAccessible();
        await visit.Shot("import-done");

        await owner.Sees(dealer.Code + "-1");
        await owner.Shot("orders-dealer");
        await owner.Page.GetByText(dealer.Code + "-1").Filter(new() { Visible = true }).First.ClickAsync();
        await owner.Page.WaitForURLAsync("**/orders/*-*");
        await owner.Settled();
        await owner.IsAccessible();
        await owner.Shot("order-dealer");
    }

    [Fact]
    public async Task An_import_that_is_reloaded_shows_what_became_of_it_and_one_that_is_unreadable_says_why()
    {
        var dealer = await Host.Dealer("PR");
        var visit = await Visit(await FollowUp());
        await visit.Go("/orders/import");
        await Choose(visit, FileOf(dealer));
        await visit.Button("imports.apply", Fact.Number(1)).ClickAsync();
        await visit.Says("imports.done");

        await visit.Page.ReloadAsync();
        await visit.Says("imports.done");
        await visit.Go("/orders/import");
        await visit.Says("imports.counts", Fact.Number(1), Fact.Number(0), Fact.Number(0), Fact.Number(1));
        await Choose(visit, "a,b\n1,2\n");

        await visit.Says("refusal.import.header-unknown");
        await visit.IsAccessible();
    }

    [Fact]
    public async Task What_was_refused_is_downloaded_and_no_cell_of_it_is_a_formula()
    {
        var dealer = await Host.Dealer("PF");
        var visit = await Visit(await FollowUp());
        await visit.Go("/orders/import");
        await Choose(visit, FileOf(dealer).Replace("门,", "=HYPERLINK(1),", StringComparison.Ordinal));
        await visit.Button("imports.apply", Fact.Number(1)).WaitForAsync();

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Link("imports.problems-download").ClickAsync());

        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content);
        var lines = (await reader.ReadToEndAsync()).Split("\r\n");
        Assert.Equal("export-问题.csv", download.SuggestedFilename);
        Assert.Equal("行,列,填写的内容,问题", lines[0]);
        Assert.StartsWith("3,family,\"'=HYPERLINK(1)\",\"没有这个产品系列。", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.BusinessAssistant, "north")]
    [InlineData(Role.DealerOwner, null)]
    public async Task Nobody_else_comes_near_an_import(Role role, string? region)
    {
        var dealer = await Host.Dealer("PN" + role);
        var id = Guid.CreateVersion7();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(FileOf(dealer)));
        await Host.The<ReceiveImport>().Run(new(id, "export.csv", content), await FollowUp(), default);
        var visit = await Visit(role == Role.DealerOwner ? await Host.DealerOwner(dealer) : await Host.Person("某人", (role, region)));
        ExpectFaults();

        foreach (var page in new[] { "/orders/import", $"/orders/import/{id}" })
        {
            await visit.Go(page);
            await visit.Says("refusal.not-found");
        }
        foreach (var file in new[] { $"/orders/import/{id}/problems.csv", "/orders/import/template/Orders.csv" })
            Assert.Equal(404, (await visit.Page.APIRequest.GetAsync(visit.Url + file)).Status);
    }

    [Fact]
    public async Task Staff_find_dealers_and_their_orders_and_a_dealer_finds_no_dealers()
    {
        var dealer = await Host.Dealer("PD", "south");
        var visit = await Visit(await Host.Person("某人", (Role.RegionalManager, "south")), Screen.Phone);
        await visit.Go("/dealers?text=PD");
        await visit.IsAccessible();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = dealer.Name }).ClickAsync();
        await visit.Page.WaitForURLAsync("**/dealers/*-*");
        await visit.Settled();
        await visit.Sees("南区");
        await visit.IsAccessible();
        await visit.Shot("dealer");
        var owner = await Visit(await Host.DealerOwner(dealer));
        await owner.Go($"/dealers/{dealer.Id}");
        await owner.Says("refusal.not-found");
    }

    private Task<Actor> FollowUp() => Host.Person("杨光", (Role.OrderFollowUp, null));

    private static Task Choose(Visit visit, string text) =>
        visit.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "export.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(text) });

    private static string FileOf(Dealer dealer) =>
        $"{ErpFile.OrderHeader}{dealer.Code}-1,{dealer.Code},2026-02-20,1,gate,2050×960,古铜,6,11.808\n{dealer.Code}-2,{dealer.Code},2026-02-20,1,门,2050×960,古铜,6,\n";
}
