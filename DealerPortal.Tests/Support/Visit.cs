using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Support;

/// <summary>One person at one screen: a browser of his own, signed in or not.</summary>
public sealed class Visit
{
    private static readonly string? Shots = Environment.GetEnvironmentVariable("PORTAL_SHOTS");

    private readonly Screen screen;
    private readonly string language;
    private readonly bool dark;
    private readonly List<string> faults = [];

    private Visit(IPage page, Screen screen, string language, bool dark)
    {
        (Page, this.screen, this.language, this.dark) = (page, screen, language, dark);
        page.Console += (_, message) => { if (message.Type == "error") faults.Add($"browser console: {message.Text} ({message.Location})"); };
        page.PageError += (_, fault) => faults.Add($"browser: {fault}");
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, and answers the browser complained of.</summary>
    public IReadOnlyList<string> Faults => faults;

    internal static async Task<Visit> Start(PortalHost host, Guid? person, Screen screen, string language, bool dark)
    {
        var context = await host.Browser.NewContextAsync(screen.Options(language, dark));
        context.SetDefaultTimeout(10_000);
        await context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = host.Url }]);
        if (person is { } id) await context.AddCookiesAsync([new() { Name = "portal", Value = await host.TicketOf(id), Url = host.Url }]);
        return new(await context.NewPageAsync(), screen, language, dark) { Url = host.Url };
    }

    public required string Url { get; init; }

    /// <summary>Opens an address of the portal, waits until the circuit has put the page there, and until it no longer reads.</summary>
    public async Task Go(string address)
    {
        await Page.GotoAsync(Url + address);
        await Settled();
    }

    /// <summary>Waits until the circuit has taken the page over, it has its heading and no part of it is still being read.</summary>
    public async Task Settled()
    {
        await Page.Locator("[data-live=true]").WaitForAsync();
        await Page.Locator("main h1").First.WaitForAsync();
        await Assertions.Expect(Page.Locator("main .skeleton:visible:not([data-sample] *)")).ToHaveCountAsync(0);
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Field(string label, bool exact = false) => Page.Locator("main").GetByLabel(label, new() { Exact = exact });

    /// <summary>Waits until the text stands somewhere on the page.</summary>
    public Task Sees(string text) => Page.GetByText(text).Filter(new() { Visible = true }).First.WaitForAsync();

    /// <summary>Fails on anything axe calls serious or critical, and on a page that can be scrolled sideways.</summary>
    public async Task IsAccessible()
    {
        // A colour on its way to another one is no colour to judge.
        await Page.EvaluateAsync("() => document.getAnimations().forEach(a => { try { a.finish(); } catch { a.cancel(); } })");
        var result = await Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        Offences.None(result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} at {Page.Url}: {violation.Help}: {node.Html}")));
        var wider = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wider <= 0, $"{Page.Url} is {wider} px wider than the {screen.Name}.");
    }

    /// <summary>Keeps a picture of the page, whole, under <c>PORTAL_SHOTS</c>; does nothing where that is not set.</summary>
    public async Task Shot(string name)
    {
        if (string.IsNullOrEmpty(Shots)) return;
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{name}-{screen.Name}-{language}{(dark ? "-dark" : "")}.png"), FullPage = true });
    }
}
