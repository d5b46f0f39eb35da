using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Conduct;
using DealerPortal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Conduct;

public sealed class ConductPageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(Screen.Chinese)]
    [InlineData(Screen.English)]
    public async Task A_breach_is_recorded_answered_approved_and_appealed_with_everybody_at_his_own_screen(string language)
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 09:00");
        var name = language == Screen.English ? "小赵甲" : "小赵乙";
        var concerned = await Host.Person(name, (Role.BusinessAssistant, "north"));
        var recorder = await Visit(await Host.Person("王主管", (Role.AfterSalesSupervisor, null)), Screen.Desktop, language);
        var person = await Visit(concerned, Screen.Phone, language);
        var director = await Visit(await Host.Person("运营总监", (Role.OperationsDirector, null)), Screen.Phone, language);
        var stranger = await Visit(await Host.Person("同事", (Role.AfterSalesAgent, null)), Screen.Desktop, language);

        await person.Go("/conduct");
        await person.IsAccessible();
        await recorder.Go("/conduct/new");
        await recorder.Page.Locator("[name=person]").SelectOptionAsync(concerned.UserId!.Value.ToString());
        await recorder.Page.Locator("[name=code]").SelectOptionAsync("decided-instead");
        await recorder.Page.Locator("[name=on]").FillAsync("2026-03-01");
        await recorder.Page.Locator("[name=what]").FillAsync("擅自答应经销商换货");
        await recorder.IsAccessible();
        await recorder.Shot("breach-new");
        await recorder.Page.Locator(".form-end .primary").ClickAsync();
        await recorder.Page.WaitForURLAsync("**/conduct/*-*");
        await recorder.Settled();
        await recorder.IsAccessible();
        var url = new Uri(recorder.Page.Url).PathAndQuery;

        // The list opens by itself; the stranger finds nothing under the very same address.
        await person.Page.Locator(".card-row").ClickAsync();
        await person.Page.Locator("[name=statement]").FillAsync("我只是转告了方案");
        await person.IsAccessible();
        await person.Page.Locator(".button-row .primary").ClickAsync();
        await stranger.Go(url);
        await Expect(stranger.Page.Locator(".state.refused")).ToHaveCountAsync(1);
        await recorder.Sees("我只是转告了方案");
        await recorder.Page.Locator("[name=yuan]").FillAsync("199");
        await recorder.Page.Locator("[name=reason]").FillAsync("情况属实");
        await recorder.Page.Locator(".button-row .primary").ClickAsync();
        await Expect(recorder.Page.Locator("[name=yuan]")).ToHaveAttributeAsync("aria-invalid", "true");
        await recorder.IsAccessible();
        await recorder.Page.Locator("[name=yuan]").FillAsync("200");
        await recorder.Page.Locator(".button-row .primary").ClickAsync();
        await Expect(recorder.Page.Locator("[name=yuan]")).ToHaveCountAsync(0);

        await director.Go("/approvals");
        var card = director.Page.Locator("article", new() { HasText = name });
        await director.IsAccessible();
        await director.Shot("breach-approve");
        await card.Locator(".primary").ClickAsync();
        await person.Page.Locator("[name=appeal]").FillAsync("我是按要求办的");
        await person.IsAccessible();
        await person.Shot("breach");
        await person.Page.Locator(".button-row .primary").ClickAsync();
        await Expect(person.Page.Locator("[name=appeal]")).ToHaveCountAsync(0);
        await recorder.Sees("我是按要求办的");
        await recorder.Shot("breach");
        Assert.Equal(BreachState.Appealed, (await Host.The<BreachSheet>().For(Guid.Parse(url.Split('/')[^1]), concerned, default))!.State);
    }
}
