using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace DealerPortal.Tests.Support;

/// <summary>Asks axe what keeps somebody from using a page: what it calls serious or critical.</summary>
/// <remarks>Run in the page itself. The package for Playwright opens an empty page each time to put the answer together, which costs as much again.</remarks>
internal static class Axe
{
    private const string Contrast = "color-contrast";

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>Everything but the contrast of colours.</summary>
    public static Task<string[]> Obstacles(IPage page) =>
        Run(page, new { resultTypes = Violations, rules = new Dictionary<string, object> { [Contrast] = new { enabled = false } } });

    /// <summary>The contrast of colours alone: four fifths of the whole cost, and a matter of the theme and the parts.</summary>
    public static Task<string[]> Unreadable(IPage page) =>
        Run(page, new { resultTypes = Violations, runOnly = new { type = "rule", values = new[] { Contrast } } });

    private static readonly string[] Violations = ["violations"];

    private static async Task<string[]> Run(IPage page, object options)
    {
        // A colour on its way to another one is no colour to judge.
        await page.EvaluateAsync("() => document.getAnimations().forEach(a => { try { a.finish(); } catch { a.cancel(); } })");
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window")) await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>("""
            async options => (await axe.run(document, options)).violations
                .filter(found => found.impact === 'serious' || found.impact === 'critical')
                .flatMap(found => found.nodes.map(node => `${found.id} at ${location.href}: ${found.help}: ${node.html}`))
            """, options);
    }
}
