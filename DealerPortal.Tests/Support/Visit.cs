using System.Text.RegularExpressions;
using DealerPortal.Domain;
using DealerPortal.Web.Words;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Support;

/// <summary>One person at one screen: a browser of his own, signed in or not.</summary>
public sealed partial class Visit
{
    private static readonly string? Shots = Environment.GetEnvironmentVariable("PORTAL_SHOTS");

    private readonly Wording words;
    private readonly Screen screen;
    private readonly string language;
    private readonly bool dark;
    private readonly List<string> faults = [], missing = [];

    private Visit(IPage page, Wording words, Screen screen, string language, bool dark)
    {
        (Page, this.words, this.screen, this.language, this.dark) = (page, words, screen, language, dark);
        page.Console += (_, message) => { if (message.Type == "error") faults.Add($"browser console: {message.Text} ({message.Location})"); };
        page.PageError += (_, fault) => faults.Add($"browser: {fault}");
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, and answers the browser complained of; not that a page is not there, where that is what it says.</summary>
    public IEnumerable<string> Faults => faults.Where(fault => !missing.Any(address => fault.Contains($"404 (Not Found) ({address}:", StringComparison.Ordinal)));

    internal static async Task<Visit> Start(PortalHost host, Guid? person, Screen screen, string language, bool dark)
    {
        var context = await host.Browser.NewContextAsync(screen.Options(language, dark));
        // Long, for a slow machine: what comes at all is not waited for any longer.
        context.SetDefaultTimeout(60_000);
        await context.AddCookiesAsync([new() { Name = ".AspNetCore.Culture", Value = Uri.EscapeDataString($"c={language}|uic={language}"), Url = host.Url }]);
        if (person is { } id) await context.AddCookiesAsync([new() { Name = "portal", Value = await host.TicketOf(id), Url = host.Url }]);
        return new(await context.NewPageAsync(), host.The<Wording>(), screen, language, dark) { Url = host.Url };
    }

    public required string Url { get; init; }

    /// <summary>Closes the browser: a page that is open follows what happens, and costs as much as whoever reads it.</summary>
    public Task Leave() => Page.Context.CloseAsync();

    /// <summary>Opens an address of the portal, waits until the circuit has put the page there, and until it no longer reads.</summary>
    public async Task Go(string address)
    {
        var answer = await Page.GotoAsync(Url + address);
        if (answer?.Status == 404) missing.Add(answer.Url);
        await Settled();
    }

    /// <summary>Waits until the circuit has taken the page over, it has its heading and no part of it is still being read.</summary>
    public async Task Settled()
    {
        await Page.Locator("[data-live=true]").WaitForAsync();
        await Page.Locator("main h1").First.WaitForAsync();
        await Assertions.Expect(Page.Locator("main .skeleton:visible:not([data-sample] *)")).ToHaveCountAsync(0);
    }

    /// <summary>What the portal says under this key to this reader, with a fact in every place: <c>Word("late.days", Fact.Number(3))</c>.</summary>
    public string Word(string key, params Fact[] facts) => Sentence(key, facts) is var said && Speech.Open(said) is null ? said : throw new InvalidOperationException($"'{said}' wants more facts.");

    public ILocator Button(string key, params Fact[] facts) => Role(AriaRole.Button, key, facts);

    public ILocator Link(string key, params Fact[] facts) => Role(AriaRole.Link, key, facts);

    public ILocator Field(string key, params Fact[] facts) => Speech.Open(Sentence(key, facts)) is { } open ? Main.GetByLabel(open) : Main.GetByLabel(Word(key, facts));

    public ILocator Field(string key, bool exact) => Main.GetByLabel(Word(key), new() { Exact = exact });

    /// <summary>Takes one of a select's choices by its words.</summary>
    public async Task Choose(ILocator select, string choice)
    {
        await select.ClickAsync();
        // The list is opened twice the first time; a hand is slower than both.
        await Page.Locator(".mud-popover-open").WaitForAsync();
        await Page.GetByRole(AriaRole.Option, new() { Name = choice, Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
    }

    /// <summary>Takes an act of a menu: opens the menu, and presses the act.</summary>
    public async Task Take(string menu, string act)
    {
        await Button(menu).ClickAsync();
        await Page.Locator(".mud-popover-open .mud-menu-item").Filter(new() { HasTextString = Word(act) }).First.ClickAsync();
    }

    /// <summary>The input of this name, where a label is also that of the button beside it, as of a date.</summary>
    public ILocator Input(string name) => Main.Locator($"[name='{name}']");

    /// <summary>The select under this label.</summary>
    public ILocator Select(string key, params Fact[] facts) => Main.GetByRole(AriaRole.Combobox, new() { Name = Word(key, facts), Exact = true });

    /// <summary>Where the portal says the sentence of this key; a place that no fact fills may hold anything.</summary>
    public ILocator Text(string key, params Fact[] facts) => Speech.Open(Sentence(key, facts)) is { } open ? Page.GetByText(open) : Page.GetByText(Word(key, facts));

    /// <summary>Waits until the portal says the sentence of this key somewhere on the page.</summary>
    public Task Says(string key, params Fact[] facts) => Seen(Text(key, facts));

    /// <summary>Waits until the text stands somewhere on the page: a name, a number, what somebody wrote.</summary>
    public Task Sees(string text) => Seen(Page.GetByText(text));

    private ILocator Main => Page.Locator("main");

    private static Task Seen(ILocator text) => text.Filter(new() { Visible = true }).First.WaitForAsync();

    private ILocator Role(AriaRole role, string key, Fact[] facts) =>
        Speech.Open(Sentence(key, facts)) is { } open ? Page.GetByRole(role, new() { NameRegex = open }) : Page.GetByRole(role, new() { Name = Word(key, facts) });

    // What is no key, such as a dealer's name on a link, is taken as it stands.
    private string Sentence(string key, Fact[] facts) => IsKey().IsMatch(key) ? Speech.Say(words, language, key, facts) : key;

    [GeneratedRegex(@"^[a-z][A-Za-z0-9-]*(\.[A-Za-z0-9-]+)+$")]
    private static partial Regex IsKey();

    /// <summary>Fails on anything axe calls serious or critical, and on a page that can be scrolled sideways; colours are judged apart.</summary>
    public async Task IsAccessible() => Offences.None(await Obstacles());

    /// <summary>What keeps somebody from using the page as it stands: what axe calls serious or critical, and whether it can be scrolled sideways.</summary>
    public async Task<IReadOnlyList<string>> Obstacles()
    {
        var found = await Axe.Obstacles(Page);
        var wider = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return wider <= 0 ? found : [.. found, $"{Page.Url} is {wider} px wider than the {screen.Name}."];
    }

    /// <summary>What has too little contrast to be read in this look.</summary>
    public async Task<IReadOnlyList<string>> Unreadable(bool isDark)
    {
        await Page.EvaluateAsync("look => document.documentElement.dataset.look = look", isDark ? "dark" : "light");
        var found = await Axe.Unreadable(Page);
        await Page.EvaluateAsync("() => delete document.documentElement.dataset.look");
        return [.. found.Select(one => $"{(isDark ? "dark" : "light")}: {one}")];
    }

    /// <summary>Keeps a picture of the page, whole, under <c>PORTAL_SHOTS</c>; does nothing where that is not set.</summary>
    public async Task Shot(string name)
    {
        if (string.IsNullOrEmpty(Shots)) return;
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Shots, $"{name}-{screen.Name}-{language}{(dark ? "-dark" : "")}.png"), FullPage = true });
    }
}
