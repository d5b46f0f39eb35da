using DealerPortal.Domain;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Complaints;

/// <summary>Everything that stands on an edition, taken over at once: seen in numbers first, and moved as it was seen or not at all.</summary>
public sealed class MoveAllCasesTests
{
    [Fact]
    public async Task All_of_them_go_beyond_the_page_and_each_says_so_once()
    {
        await using var world = await MoveCasesTests.Start();
        const int many = Sweep.Batch + 7;
        var template = await world.File();
        await world.Portal.Db(db => { Copy(db, world, template, many - 1); return Task.FromResult(0); });

        var seen = (await Look(world))!;
        Assert.Equal((many, many, 0, 0, false), (seen.Cases, seen.Ends, seen.OverThen, seen.Barred, seen.IsMore));
        var moved = await Move(world, seen);

        Assert.Equal(new SweepCount(many, many, 0), moved.Value);
        Assert.Equal(many, await world.Portal.Db(db => db.Complaints.CountAsync(one => one.Edition == "2026-02" && one.NextDueAt == Shanghai.At("2026-03-10 17:30"))));
        Assert.Equal(many, await world.Portal.Db(db => db.History.CountAsync(entry => entry.What == Happening.CaseTakenOver)));
        Assert.Equal(many, await world.Portal.Db(db => db.Notices.CountAsync(notice => notice.UserId == world.Owner.UserId && notice.Kind == NoticeKind.CaseClockMoved)));
        Assert.Equal(0, (await Look(world))!.Cases);
        Assert.Equal("case.moves-otherwise", (await Move(world, seen)).Refusal?.Code);
    }

    [Fact]
    public async Task What_comes_out_otherwise_than_the_numbers_that_were_shown_moves_nothing()
    {
        await using var world = await MoveCasesTests.Start();
        var first = await world.File();
        var seen = (await Look(world))!;
        await world.File();

        Assert.Equal("case.moves-otherwise", (await Move(world, seen)).Refusal?.Code);
        Assert.Equal("2026-01", (await world.Case(first)).Edition);
    }

    [Fact]
    public async Task A_clock_that_is_over_counts_as_no_change_and_its_case_goes_along()
    {
        await using var world = await MoveCasesTests.Start();
        var id = await world.File();
        world.Portal.Clock.Now = Shanghai.At("2026-03-09 09:00");

        var seen = (await Look(world))!;
        Assert.Equal((1, 0, 0), (seen.Cases, seen.Ends, seen.Barred));
        await Move(world, seen);

        Assert.Equal(("2026-02", Shanghai.At("2026-03-06 17:30")), (await world.Case(id) is var one ? (one.Edition, one.NextDueAt) : default));
    }

    [Fact]
    public async Task Only_a_supervisor_sees_the_numbers_and_moves()
    {
        await using var world = await MoveCasesTests.Start();
        var id = await world.File();
        var seen = (await Look(world))!;

        foreach (var actor in new[] { world.Agent, world.Manager, world.Owner, world.Director })
        {
            Assert.Null(await world.Portal.The<MoveAllSheet>().For("2026-01", "2026-02", actor, default));
            Assert.Equal(Refusal.NotAllowed, (await world.Portal.The<MoveAllCases>().Run(new("2026-01", "2026-02", seen), actor, default)).Refusal);
        }
        var south = world.Supervisor with { Regions = new HashSet<string> { "south" } };
        Assert.Equal(0, (await world.Portal.The<MoveAllSheet>().For("2026-01", "2026-02", south, default))!.Cases);
        Assert.Equal("case.moves-otherwise", (await world.Portal.The<MoveAllCases>().Run(new("2026-01", "2026-02", seen), south, default)).Refusal?.Code);
        Assert.Equal("2026-01", (await world.Case(id)).Edition);
    }

    private static Task<MoveAllSheet.View?> Look(CaseWorld world) => world.Portal.The<MoveAllSheet>().For("2026-01", "2026-02", world.Supervisor, default);

    private static Task<Outcome<SweepCount>> Move(CaseWorld world, MoveAllSheet.View seen) => world.Portal.The<MoveAllCases>().Run(new("2026-01", "2026-02", seen), world.Supervisor, default);

    // Past the actions, many at a time: what is tried here is moving.
    private static void Copy(PortalDb db, CaseWorld world, Guid template, int count)
    {
        var one = db.Complaints.AsNoTracking().Single(found => found.Id == template);
        var terms = CaseClock.Terms.Of(world.Portal.The<Domain.Policies.PolicyBook>(), one.Pack, one.Edition);
        for (var i = 0; i < count; i++)
        {
            var facts = new CaseFacts(one.DealerId, one.Region, one.Tier, new(one.Pack, one.Edition, "三(五)7"), CaseSource.Hotline, one.Family, one.Category, one.Description);
            db.Complaints.Add(new(Guid.CreateVersion7(), $"D{i:D6}", facts, terms, world.Agent, world.Portal.Clock.Now));
        }
    }
}
