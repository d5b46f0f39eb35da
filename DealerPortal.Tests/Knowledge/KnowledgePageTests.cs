using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Knowledge;
using DealerPortal.Tests.Support;
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
        await desk.Page.Locator("[name=title]").FillAsync($"护窗{mark}生锈");
        await desk.Page.Locator("[name=symptom]").FillAsync($"护窗横杆{mark}有红褐色生锈斑点");
        await desk.Page.Locator("[name=symptom]").BlurAsync();
        await desk.IsAccessible();
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator("[name=symptom]")).ToHaveValueAsync($"护窗横杆{mark}有红褐色生锈斑点");
        await desk.Page.Locator("[name=cause]").FillAsync("镀锌不足，见 138-0000-1111");
        await desk.Page.Locator("[name=remedy]").FillAsync("打磨后补漆");
        await desk.Page.Locator(".form-end .primary").ClickAsync();
        await desk.Page.Locator(".button-row .primary").ClickAsync();
        await desk.Sees("138-0000-1111");
        await desk.IsAccessible();
        await desk.Page.Locator(".page-actions .button").ClickAsync();
        await desk.Page.Locator("[name=cause]").FillAsync("镀锌不足");
        await desk.Page.Locator(".form-end .primary").ClickAsync();
        await desk.Page.Locator(".button-row .primary").ClickAsync();
        await Expect(desk.Page.Locator(".chip.good")).ToHaveCountAsync(1);
        await desk.Shot("article");
        await desk.Go($"/knowledge?text={Uri.EscapeDataString(mark + "生锈")}");
        await Expect(desk.Page.Locator(".card-row")).ToHaveCountAsync(1);
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
        await owner.Page.Locator(".card-row").First.ClickAsync();
        await owner.Sees("打磨后补漆");
        await owner.IsAccessible();
        Assert.Null(await Host.The<ArticleSheet>().For(Guid.NewGuid(), writer, default));
    }
}
