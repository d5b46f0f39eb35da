using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Compensation;

/// <summary>The same lateness under packs that count it for each line, or for each unit: a new edition beside the shipped one, and no line of code.</summary>
public sealed class LatePayVariantTests
{
    [Theory]
    [InlineData("order", 250, 150)]
    [InlineData("line", 350, 250)]
    [InlineData("unit", 1200, 800)]
    public async Task A_pack_may_count_each_order_each_line_or_each_unit(string per, int yuan, int excused)
    {
        var folder = await Variant(per, yuan, excused);
        await using var world = await LateWorld.Begin(with: settings => settings with { PacksFolder = folder });
        // Four guards from 03-14 on (5 dates), two gates from 03-17 on (2 dates).
        var order = await world.Confirmed("03-02 09:00", ("gate", "古铜", 2), ("window-guard", "咖啡", 4));
        world.Portal.Clock.Now = Shanghai.At("03-18 20:00");
        await world.Shipped(order, "03-18 16:00");

        await world.Earn("03-20 00:05");
        Assert.Equal(per == "unit" ? 5 * 4 * 50 + 2 * 2 * 50 : yuan, await world.Yuan(order));

        await world.Excused("03-15", "03-16", region: "north");
        await world.Earn();
        Assert.Equal(per == "unit" ? 3 * 4 * 50 + 2 * 2 * 50 : excused, await world.Yuan(order));
        Assert.All(await world.Ledger(order), entry => Assert.Contains("/2026-02-", entry.Clause, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Units_that_have_left_are_owed_no_longer()
    {
        var folder = await Variant("unit", 350, 250);
        await using var world = await LateWorld.Begin(with: settings => settings with { PacksFolder = folder });
        var order = await world.Confirmed("03-02 09:00", ("gate", null, 3));
        world.Portal.Clock.Now = Shanghai.At("03-18 20:00");
        await world.Shipped(order, "03-17 10:00", (1, 2));
        await world.Shipped(order, "03-18 10:00", (1, 1));

        await world.Earn("03-20 00:05");

        Assert.Equal(3 * 50 + 1 * 50, await world.Yuan(order));
    }

    // The shipped edition's files as an edition of its own, a month later; its examples are those of this way of counting (one unit a line there).
    private static async Task<string> Variant(string per, int both, int excused)
    {
        if (per == "unit") (both, excused) = (350, 250);
        var from = Path.Combine(Source.Root, "DealerPortal.Domain/Policies/Packs/doors-and-windows/2026-01");
        var root = Directory.CreateTempSubdirectory("packs-").FullName;
        var to = Directory.CreateDirectory(Path.Combine(root, "doors-and-windows", "2026-02-" + per)).FullName;
        foreach (var path in Directory.EnumerateFiles(from, "*.yaml"))
        {
            var text = (await File.ReadAllTextAsync(path)).Replace("edition: 2026-01", "edition: 2026-02-" + per, StringComparison.Ordinal)
                .Replace("applies: { from: 2026-01-01 }", "applies: { from: 2026-02-01 }", StringComparison.Ordinal)
                .Replace("per: order ", $"per: {per} ", StringComparison.Ordinal)
                .Replace("shipped: 2026-03-18, yuan: 250", $"shipped: 2026-03-18, yuan: {both}", StringComparison.Ordinal)
                .Replace("reason: blizzard }, yuan: 150", $"reason: blizzard }}, yuan: {excused}", StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(to, Path.GetFileName(path)), text);
        }
        return root;
    }
}
