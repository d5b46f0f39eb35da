using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using DealerPortal.Web.History;

namespace DealerPortal.Tests.History;

public sealed class HistoryListTests
{
    [Fact]
    public async Task A_timeline_shows_each_reader_what_is_his()
    {
        await using var portal = await Portal.Start();
        var (north, south) = (await portal.Dealer("N1"), await portal.Dealer("S1", "south"));
        var thing = Guid.CreateVersion7();
        await Note(portal, thing, north.Id);
        await Note(portal, thing, south.Id);
        await Note(portal, thing, null);

        async Task<int> Seen(Actor actor) => (await portal.The<HistoryList>().For(actor, default, thing)).Count;

        Assert.Equal(1, await Seen(await portal.DealerOwner(north)));
        Assert.Equal(0, await Seen(await portal.DealerOwner(await portal.Dealer("N2"))));
        Assert.Equal(2, await Seen(await portal.Person("赵敏", (Role.BusinessAssistant, "north"))));
        Assert.Equal(3, await Seen(await portal.Person("沈洁", (Role.AfterSalesSupervisor, null))));
    }

    [Fact]
    public async Task The_record_is_filtered_and_read_back_to_its_first_entry()
    {
        await using var portal = await Portal.Start();
        var auditor = await portal.Person("孔正", (Role.Auditor, null));
        var dealer = await portal.Dealer("N1");
        for (var i = 0; i < HistoryBoard.PageSize + 3; i++) await Note(portal, dealer.Id, dealer.Id);
        await Note(portal, Guid.CreateVersion7(), null, auditor);

        var first = (await portal.The<HistoryBoard>().Read(new(), null, auditor, default)).Value!;
        var second = (await portal.The<HistoryBoard>().Read(new(), first.Next, auditor, default)).Value!;
        var mine = (await portal.The<HistoryBoard>().Read(new(Who: "孔"), null, auditor, default)).Value!;
        var none = (await portal.The<HistoryBoard>().Read(new(What: Happening.UserDisabled), null, auditor, default)).Value!;

        Assert.Equal((HistoryBoard.PageSize, 4, (long?)null), (first.Entries.Count, second.Entries.Count, second.Next));
        Assert.Equal(54, first.Entries[0].Number);
        Assert.Equal("孔正", Assert.Single(mine.Entries).Who);
        Assert.Empty(none.Entries);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("@x", "\"'@x\"")]
    [InlineData("say \"no\", twice", "\"say \"\"no\"\", twice\"")]
    [InlineData("王建国", "\"王建国\"")]
    public void A_cell_of_the_export_is_text_and_never_a_formula(string text, string cell) => Assert.Equal(cell, HistoryEndpoints.Cell(text));

    [Fact]
    public async Task The_command_line_answers_0_for_a_sound_record_and_1_for_a_broken_one()
    {
        await using var portal = await Portal.Start();
        await Note(portal, Guid.CreateVersion7(), null);
        using var output = new StringWriter();

        Assert.Equal(0, await VerifyCommand.Run(portal.The<IServiceProvider>(), output, default));
        Assert.Contains("sound: 1 entries", output.ToString(), StringComparison.Ordinal);

        await portal.Db(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(
            db.Database, "DROP TRIGGER history_no_update; UPDATE History SET \"From\" = 'elsewhere'"));
        Assert.Equal(1, await VerifyCommand.Run(portal.The<IServiceProvider>(), output, default));
        Assert.Contains("BROKEN at entry 1", output.ToString(), StringComparison.Ordinal);
    }

    private static Task<Outcome> Note(Portal portal, Guid subject, Guid? dealer, Actor? actor = null) => portal.The<PortalWork>().Do(actor ?? Actor.System("test"), db =>
    {
        db.Note(new(Happening.DealerChanged, subject, dealer, null, Fact.Of("x"), Fact.Of("y")));
        return Task.FromResult(Outcome.Done);
    }, default);
}
