using System.Text;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Imports;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Imports;

/// <summary>Files of thousands of rows, broken off in the middle, and two at once.</summary>
public sealed class LargeImportTests
{
    [Fact]
    public async Task Broken_off_in_the_middle_it_goes_on_where_it_stopped()
    {
        await using var portal = await Portal.Start();
        await portal.Import(ErpFile.Dealers);
        var id = await portal.Bring(Orders(450));
        using var death = new CancellationTokenSource();
        using (portal.The<ChangeFeed>().On(Topics.Import(id), () => death.CancelAsync()))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => portal.The<ApplyImport>().Run(id, ErpFile.FollowUp, death.Token));
        var broken = (await portal.The<ImportSheet>().For(id, ErpFile.FollowUp, default))!;
        Assert.Null(broken.FinishedAt);
        Assert.Equal(broken.Count.Added, await portal.Db(db => db.Orders.CountAsync()));
        portal.Clock.Advance(NodaTime.Duration.FromMinutes(2));
        Assert.True((await portal.The<ImportSheet>().For(id, ErpFile.FollowUp, default))!.IsBrokenOff);

        Assert.True((await portal.The<ApplyImport>().Run(id, ErpFile.FollowUp, default)).IsDone);

        var whole = (await portal.The<ImportSheet>().For(id, ErpFile.FollowUp, default))!;
        Assert.Equal((new Tally(Added: 450), whole.Rows), (whole.Count, whole.RowsDone));
        Assert.Equal(450, await portal.Db(db => db.Orders.CountAsync()));
        Assert.Equal(450, await portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.OrderAdded)));
    }

    [Fact]
    public async Task Broken_off_and_brought_again_the_rest_is_added_and_the_first_part_unchanged()
    {
        await using var portal = await Portal.Start();
        await portal.Import(ErpFile.Dealers);
        await portal.Import(Orders(120));

        Assert.Equal(new Tally(Added: 130, Unchanged: 120), await portal.Import(Orders(250)));
    }

    [Fact]
    public async Task Two_imports_side_by_side_bring_each_order_once()
    {
        await using var portal = await Portal.Start();
        await portal.Import(ErpFile.Dealers);
        var ids = new[] { await portal.Bring(Orders(300)), await portal.Bring(Orders(300)) };

        var outcomes = await Task.WhenAll(ids.Select(id => Task.Run(() => portal.The<ApplyImport>().Run(id, ErpFile.FollowUp, default))));

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        var counts = new List<Tally>();
        foreach (var id in ids) counts.Add((await portal.The<ImportSheet>().For(id, ErpFile.FollowUp, default))!.Count);
        Assert.Equal(new Tally(Added: 300, Unchanged: 300), counts[0].Plus(counts[1]));
        Assert.Equal(300, await portal.Db(db => db.Orders.CountAsync()));
        Assert.Equal(300, await portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.OrderAdded)));
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public async Task Ten_thousand_rows_take_little_memory()
    {
        await using var portal = await Portal.Start();
        await portal.Import(ErpFile.Dealers);
        var id = await portal.Bring(Orders(2_500, lines: 4));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        Assert.True((await portal.The<ApplyImport>().Run(id, ErpFile.FollowUp, default)).IsDone);

        Assert.Equal(new Tally(Added: 2_500), (await portal.The<ImportSheet>().For(id, ErpFile.FollowUp, default))!.Count);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 40_000_000);
    }

    private static string Orders(int count, int lines = 1)
    {
        var file = new StringBuilder(ErpFile.OrderHeader);
        for (var i = 0; i < count; i++)
            for (var line = 1; line <= lines; line++)
                file.Append(null, $"N{i:00000},D{1 + i % 2},2026-02-20,{line},gate,2050×960 左内开,古铜,{1 + line},\n");
        return file.ToString();
    }
}
