using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Conduct;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace DealerPortal.Tests.Approvals;

public sealed class ApprovalPageTests(PortalHost host) : BrowserTests(host), IClassFixture<PortalHost>
{
    [Fact]
    public async Task Refusing_asks_for_its_reason_and_whoever_asked_reads_it()
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 09:00");
        var recorder = await Host.Person("王主管", (Role.AfterSalesSupervisor, null));
        var person = await Host.Person("小钱", (Role.BusinessAssistant, "north"));
        var id = Guid.CreateVersion7();
        Assert.True((await Host.The<RecordBreach>().Run(new(id, person.UserId!.Value, "decided-instead", new(2026, 3, 1), "擅自答应换货", ""), recorder, default)).IsDone);
        Assert.True((await Host.The<AnswerBreach>().Run(new(id, "我只是转告"), person, default)).IsDone);
        Assert.True((await Host.The<ProposeDecision>().Run(new(id, 200, "情况属实"), recorder, default)).IsDone);
        var director = await Visit(await Host.Person("运营总监", (Role.OperationsDirector, null)), Screen.Phone);

        await director.Go("/approvals");
        await Expect(director.Page.Locator("article textarea")).ToHaveCountAsync(0);
        await director.Button("approvals.add-note").ClickAsync();
        await director.Field("approvals.note").FillAsync("还在核对");
        await director.Button("approvals.refuse").ClickAsync();
        var dialog = director.Page.GetByRole(AriaRole.Dialog);
        await director.IsAccessible();
        await director.Shot("approval-refuse");
        await dialog.GetByRole(AriaRole.Button, new() { Name = director.Word("approvals.refuse") }).ClickAsync();
        await director.Says("controls.at-least", Fact.Number(1));
        await dialog.GetByRole(AriaRole.Textbox).FillAsync("证据不足");
        await dialog.GetByRole(AriaRole.Button, new() { Name = director.Word("approvals.refuse") }).ClickAsync();

        await director.Sees("证据不足");
        await Expect(director.Button("approvals.refuse")).ToHaveCountAsync(0);
        var asked = await Host.Db(db => db.ApprovalRequests.Include(one => one.Consents).SingleAsync(one => one.Subject == id));
        Assert.Contains(asked.Consents, link => link.Note == "证据不足");
    }

    [Fact]
    public async Task Who_will_be_away_names_the_days_and_the_substitute_and_comes_back_sooner()
    {
        Host.Clock.Now = Shanghai.At("2026-03-02 09:00");
        await Host.Person("替班小孙", (Role.AfterSalesSupervisor, null));
        var away = await Visit(await Host.Person("王主管", (Role.AfterSalesSupervisor, null)), Screen.Phone, Screen.English);

        await away.Go("/approvals");
        await away.Button("absence.title").ClickAsync();
        await away.Button("absence.do").ClickAsync();
        await away.Says("refusal.absence.span");
        await away.Input("from").FillAsync("3-3");
        await away.Input("until").FillAsync("2026-03-05");
        await away.Choose(away.Select("absence.substitute"), "替班小孙");
        await away.IsAccessible();
        await away.Shot("absence");
        await away.Button("absence.do").ClickAsync();

        await away.Button("absence.back").ClickAsync();
        await Expect(away.Button("absence.back")).ToHaveCountAsync(0);
    }
}
