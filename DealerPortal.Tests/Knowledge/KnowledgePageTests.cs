using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Knowledge;
using DealerPortal.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Knowledge;

public sealed class KnowledgePageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task An_article_is_written_found_published_and_suggested_to_a_dealer(string language)
    {
        var mark = language == Screen.English ? "锌层" : "镀层";
        var writer = await Host.Person("小李", (Role.AfterSalesAgent, null));
        var desk = await Visit(writer, Screen.Desktop, language);
        await desk.Go("/knowledge/new");
        await desk.Input("title").FillAsync($"护窗{mark}生锈");
        await desk.Input("symptom").FillAsync($"护窗横杆{mark}有红褐色生锈斑点");
        await desk.Input("symptom").BlurAsync();
        await desk.IsAccessible();
        await desk.Page.ReloadAsync();
        await Expect(desk.Input("symptom")).ToHaveValueAsync($"护窗横杆{mark}有红褐色生锈斑点");
        await desk.Input("cause").FillAsync("镀锌不足，见 138-0000-1111");
        await desk.Input("remedy").FillAsync("打磨后补漆");
        await desk.Button("article.keep").ClickAsync();
        await desk.Button("article.publish.Everyone").ClickAsync();
        await desk.Sees("138-0000-1111");
        await desk.IsAccessible();
        await desk.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = desk.Word("article.edit") }).First.ClickAsync();
        await desk.Input("cause").FillAsync("镀锌不足");
        await desk.Button("article.keep").ClickAsync();
        await desk.Button("article.publish.Everyone").ClickAsync();
        await Expect(desk.Page.Locator(".chip", new() { HasText = desk.Word("article.state.Published") })).ToHaveCountAsync(1);
        await desk.Shot("article");
        await desk.Go($"/knowledge?text={Uri.EscapeDataString(mark + "生锈")}");
        await Expect(desk.Link($"护窗{mark}生锈")).ToHaveCountAsync(1);
        await desk.IsAccessible();
        await desk.Shot("knowledge");

        var owner = await Visit(await Host.DealerOwner(await Host.Dealer("D-KNOW-" + language)), Screen.Phone, language);
        await owner.Go("/cases/new");
        await owner.Page.Locator("textarea[name=description]").PressSequentiallyAsync($"护窗的{mark}都生锈了");
        await owner.Sees($"护窗{mark}生锈");
        await owner.IsAccessible();
        await owner.Shot("suggested");
        await owner.Go("/knowledge");
        await owner.Sees($"护窗{mark}生锈");
        await owner.IsAccessible();
        await owner.Shot("knowledge");
        await owner.Link($"护窗{mark}生锈").ClickAsync();
        await owner.Sees("打磨后补漆");
        await owner.IsAccessible();
        Assert.Null(await Host.The<ArticleSheet>().For(Guid.NewGuid(), writer, default));
    }
}
