using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Conduct;
using DealerPortal.Tests.Support;
using Microsoft.Playwright;
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
        var supervisor = await Host.Person("王主管", (Role.AfterSalesSupervisor, null));
        var recorder = await Visit(supervisor, Screen.Desktop, language);
        var person = await Visit(concerned, Screen.Phone, language);
        var director = await Visit(await Host.Person("运营总监", (Role.OperationsDirector, null)), Screen.Phone, language);
        var stranger = await Visit(await Host.Person("同事", (Role.AfterSalesAgent, null)), Screen.Desktop, language);

        await person.Go("/conduct");
        await person.IsAccessible();
        await recorder.Go("/conduct/new");
        await recorder.Choose(recorder.Select("conduct.person"), name);
        var duty = (await Host.The<BreachList>().FormFor(supervisor, default)).Duties.Single(one => one.Code == "decided-instead").Name;
        await recorder.Select("conduct.duty").ClickAsync();
        await recorder.Page.GetByRole(AriaRole.Option, new() { Name = language == Screen.English ? duty.En : duty.Zh }).ClickAsync();
        await recorder.Input("on").FillAsync("2026-03-01");
        await recorder.Field("conduct.what").FillAsync("擅自答应经销商换货");
        await recorder.IsAccessible();
        await recorder.Shot("breach-new");
        await recorder.Button("conduct.record").ClickAsync();
        await recorder.Page.WaitForURLAsync("**/conduct/*-*");
        await recorder.Settled();
        await recorder.IsAccessible();
        var url = new Uri(recorder.Page.Url).PathAndQuery;

        // The list opens by itself; the stranger finds nothing under the very same address.
        await person.Page.GetByRole(AriaRole.Link, new() { Name = person.Word("conduct.me") }).ClickAsync();
        await person.Field("conduct.text.Answer", exact: true).FillAsync("我只是转告了方案");
        await person.IsAccessible();
        await person.Button("conduct.do.Answer").ClickAsync();
        await stranger.Go(url);
        await Expect(stranger.Page.Locator(".state.refused")).ToHaveCountAsync(1);
        await recorder.Sees("我只是转告了方案");
        await recorder.Input("yuan").FillAsync("199");
        await recorder.Field("conduct.text.Propose").FillAsync("情况属实");
        await recorder.Button("conduct.do.Propose").ClickAsync();
        await Expect(recorder.Input("yuan")).ToHaveAttributeAsync("aria-invalid", "true");
        await recorder.IsAccessible();
        await recorder.Input("yuan").FillAsync("200");
        await recorder.Button("conduct.do.Propose").ClickAsync();
        await Expect(recorder.Input("yuan")).ToHaveCountAsync(0);

        await director.Go("/approvals");
        var card = director.Page.Locator("article", new() { HasText = name });
        await director.IsAccessible();
        await director.Shot("breach-approve");
        await card.GetByRole(AriaRole.Button, new() { Name = director.Word("approvals.consent") }).ClickAsync();
        await person.Field("conduct.text.Appeal").FillAsync("我是按要求办的");
        await person.IsAccessible();
        await person.Shot("breach");
        await person.Button("conduct.do.Appeal").ClickAsync();
        await Expect(person.Input("appeal")).ToHaveCountAsync(0);
        await recorder.Sees("我是按要求办的");
        await recorder.Shot("breach");
        Assert.Equal(BreachState.Appealed, (await Host.The<BreachSheet>().For(Guid.Parse(url.Split('/')[^1]), concerned, default))!.State);
    }
}
