using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Complaints;

/// <summary>Open cases taken over into another edition: seen first, confirmed then, done once.</summary>
public sealed class MoveCasesTests
{
    [Fact]
    public async Task Nothing_changes_until_it_is_confirmed_and_then_as_it_was_shown_and_once()
    {
        await using var world = await Start();
        var id = await world.File();
        var row = Assert.Single((await Look(world))!.Rows);
        var (now, then) = (row.Clocks.Single().Now, row.Clocks.Single().Then!);
        Assert.Equal((Shanghai.At("2026-03-06 17:30"), Shanghai.At("2026-03-10 17:30")), (now.Value, then.Value));
        Assert.Contains(then.Steps, step => step.Code == "clock.limit" && step.Facts.SequenceEqual([Fact.Number(6)]));
        Assert.Equal(("2026-01", Shanghai.At("2026-03-06 17:30")), (await world.Case(id) is var before ? (before.Edition, before.NextDueAt) : default));

        for (var i = 0; i < 2; i++) Assert.Empty((await Move(world, world.Supervisor, Seen(row))).Value!);

        var one = await world.Case(id);
        Assert.Equal(("2026-02", Shanghai.At("2026-03-10 17:30")), (one.Edition, one.NextDueAt));
        var history = await world.Portal.Db(db => db.History.Where(entry => entry.Subject == id).Select(entry => entry.What).ToListAsync());
        Assert.Equal((1, 1), (history.Count(what => what is Happening.CaseTakenOver), history.Count(what => what is Happening.ClockTakenOver)));
        Assert.Contains((await world.Portal.The<ComplaintSheet>().For(id, world.Owner, default))!.Clocks.Single().Receipt.Steps, step => step.Code == "clock.taken-over");
        Assert.Empty((await Look(world))!.Rows);
        Assert.Single(await world.Told(world.Owner, kind => kind is NoticeKind.CaseClockMoved));
    }

    [Fact]
    public async Task What_comes_out_otherwise_than_it_was_shown_is_not_moved_and_does_not_hold_up_the_others()
    {
        await using var world = await Start();
        var (changed, other) = (await world.File(), await world.File());
        var rows = (await Look(world))!.Rows.ToDictionary(row => row.Id);
        await world.Done<Claim>(act => act.Run(new(changed), world.Agent, default));
        await world.Done<JudgeNotFounded>(act => act.Run(new(changed, "不属实"), world.Agent, default));

        var refused = (await Move(world, world.Supervisor, Seen(rows[changed]), Seen(rows[other]))).Value!;

        Assert.Equal((changed, "case.moves-otherwise"), (refused.Single().Key, refused.Single().Value.Code));
        Assert.Equal(("2026-01", "2026-02"), ((await world.Case(changed)).Edition, (await world.Case(other)).Edition));
    }

    [Fact]
    public async Task A_clock_that_is_over_stays_over_and_a_breach_is_not_undone()
    {
        await using var world = await Start();
        var id = await world.File();
        world.Portal.Clock.Now = Shanghai.At("2026-03-09 09:00");
        var row = Assert.Single((await Look(world))!.Rows);
        Assert.Null(row.Clocks.Single().Then);

        Assert.Empty((await Move(world, world.Supervisor, Seen(row))).Value!);

        Assert.Equal(("2026-02", Shanghai.At("2026-03-06 17:30")), (await world.Case(id) is var one ? (one.Edition, one.NextDueAt) : default));
    }

    [Fact]
    public async Task Only_a_supervisor_moves_and_only_what_he_sees()
    {
        await using var world = await Start();
        await world.File();
        var row = Assert.Single((await Look(world))!.Rows);
        var south = world.Supervisor with { Regions = new HashSet<string> { "south" } };

        foreach (var actor in new[] { world.Agent, world.Manager, world.Owner })
        {
            Assert.Null(await world.Portal.The<EditionBoard>().For(new(), actor, default));
            Assert.Equal(Refusal.NotAllowed, (await Move(world, actor, Seen(row))).Refusal);
        }
        var administrator = await world.Portal.Person("管理员", (Role.Administrator, null));
        Assert.False((await world.Portal.The<EditionBoard>().For(new("2026-01", "2026-02"), administrator, default))!.MayMove);
        Assert.Equal(Refusal.NotAllowed, (await Move(world, administrator, Seen(row))).Refusal);
        Assert.Empty((await world.Portal.The<EditionBoard>().For(new("2026-01", "2026-02"), south, default))!.Rows);
        Assert.Equal(Refusal.NotFound, (await Move(world, south, Seen(row))).Value!.Single().Value);
    }

    [Fact]
    public async Task A_page_is_a_page_and_the_next_one_goes_on_behind_it()
    {
        await using var world = await Start();
        for (var i = 0; i < EditionBoard.PageSize + 3; i++) await world.File();

        var first = (await Look(world))!;
        var second = (await world.Portal.The<EditionBoard>().For(new("2026-01", "2026-02", first.Next), world.Supervisor, default))!;

        Assert.Equal((EditionBoard.PageSize, 3, null), (first.Rows.Count, second.Rows.Count, second.Next));
        Assert.Equal("case.too-many", (await Move(world, world.Supervisor, [.. first.Rows.Concat(second.Rows).Select(Seen)])).Refusal?.Code);
    }

    // The second edition gives six working days for the answer, applies from March on, and knows a pause.
    internal static Task<CaseWorld> Start() => CaseWorld.Start(with: settings => settings with
    {
        Pack = PausingPacks.Pack,
        PacksFolder = PausingPacks.Folder(("2026-01", clocks => clocks, "2026-01-01"), ("2026-02", clocks => clocks[..clocks.IndexOf("examples:", StringComparison.Ordinal)]
            .Replace("working-days: 4", "working-days: 6", StringComparison.Ordinal) + "examples:\n  - { clock: plan, from: 2026-03-02 09:00, due: 2026-03-10 17:30 }\n", "2026-03-15")),
    });

    private static Task<EditionBoard.View?> Look(CaseWorld world) => world.Portal.The<EditionBoard>().For(new("2026-01", "2026-02"), world.Supervisor, default);

    private static MoveCases.Seen Seen(EditionBoard.Row row) => new(row.Id, row.Clocks.Where(clock => clock.Then is not null).ToDictionary(clock => clock.Code, clock => clock.Then!.Value));

    private static Task<Outcome<IReadOnlyDictionary<Guid, Refusal>>> Move(CaseWorld world, Actor actor, params MoveCases.Seen[] seen) =>
        world.Portal.The<MoveCases>().Run(new(seen, "2026-02"), actor, default);
}
