using DealerPortal.Domain;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Complaints;

/// <summary>A clock that stands still, where a regulation lets it, and what the page offers meanwhile.</summary>
public sealed class PauseTests
{
    [Fact]
    public async Task A_pause_for_a_coded_reason_by_a_person_stands_on_the_receipt_and_its_working_time_is_given_back()
    {
        await using var world = await CaseWorld.Start(with: settings => settings with { Pack = PausingPacks.Pack, PacksFolder = PausingPacks.Folder() });
        var id = await world.File();
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));
        Assert.Equal((null, "case.not-paused"), (await Why(world, id, CaseVerb.Pause), await Why(world, id, CaseVerb.Resume)));

        world.Portal.Clock.Now = Shanghai.At("2026-03-03 09:00");
        Assert.Equal("case.no-such-pause", (await world.Portal.The<PauseClock>().Run(new(id, "dealer"), world.Agent, default)).Refusal?.Code);
        await world.Done<PauseClock>(act => act.Run(new(id, "photos"), world.Agent, default));
        Assert.Equal(("case.paused-already", null), (await Why(world, id, CaseVerb.Pause), await Why(world, id, CaseVerb.Resume)));
        Assert.Contains((await Receipt(world, id)).Steps, step => step.Code == "clock.would-end");
        world.Portal.Clock.Now = Shanghai.At("2026-03-04 09:00");
        await world.Done<ResumeClock>(act => act.Run(new(id), world.Agent, default));

        var receipt = await Receipt(world, id);
        var paused = Assert.Single(receipt.Steps, step => step.Code == "clock.paused");
        Assert.Equal([Fact.At(Shanghai.At("2026-03-03 09:00")), Fact.Word("pause.photos"), Fact.Of("小李")], paused.Facts);
        Assert.Single(receipt.Steps, step => step.Code == "clock.resumed");
        Assert.Equal(Shanghai.At("2026-03-09 17:30"), receipt.Value);
    }

    [Fact]
    public async Task Paused_and_let_go_on_at_the_very_same_instant_the_clock_runs_and_can_be_paused_again()
    {
        await using var world = await CaseWorld.Start(with: settings => settings with { Pack = PausingPacks.Pack, PacksFolder = PausingPacks.Folder() });
        var id = await world.File();
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));
        var due = (await world.Case(id)).NextDueAt;

        foreach (var reason in new[] { "photos", "goods" })
        {
            await world.Done<PauseClock>(act => act.Run(new(id, reason), world.Agent, default));
            Assert.Equal("case.paused-already", await Why(world, id, CaseVerb.Pause));
            await world.Done<ResumeClock>(act => act.Run(new(id), world.Agent, default));
            Assert.Equal((null, "case.not-paused"), (await Why(world, id, CaseVerb.Pause), await Why(world, id, CaseVerb.Resume)));
        }

        var one = await world.Case(id);
        Assert.Equal((due, true), (one.NextDueAt, one.NextActAt is not null));
        Assert.Contains((await Receipt(world, id)).Steps, step => step.Code == "clock.running");
    }

    [Fact]
    public async Task Where_the_regulation_knows_no_pause_the_page_says_so()
    {
        await using var world = await CaseWorld.Start();
        var id = await world.File();
        await world.Done<Claim>(act => act.Run(new(id), world.Agent, default));

        var barred = (await world.Portal.The<ComplaintSheet>().For(id, world.Agent, default))!.Barred;
        Assert.Equal([CaseVerb.Pause, CaseVerb.Resume], barred.Single(one => one.Why.Code == "case.no-pauses").Verbs);
    }

    [Fact]
    public async Task Every_verb_of_a_person_is_either_offered_or_said_why_not()
    {
        await using var world = await CaseWorld.Start();
        var id = await world.File();
        foreach (var step in new Func<Task>[] { () => Task.CompletedTask, () => world.Done<Claim>(act => act.Run(new(id), world.Agent, default)), () => world.Founded(id), () => world.Propose(id, "repair") })
        {
            await step();
            foreach (var actor in new[] { world.Owner, world.Agent, world.Supervisor, world.Manager, world.Director })
            {
                var sheet = (await world.Portal.The<ComplaintSheet>().For(id, actor, default))!;
                var said = sheet.Acts.Select(act => act.Verb).Concat(sheet.Barred.SelectMany(barred => barred.Verbs)).ToList();
                var own = Enum.GetValues<CaseVerb>().Where(verb => CaseTable.IsFor(verb, actor) && verb is not (CaseVerb.Say or CaseVerb.Note or CaseVerb.CloseByCall or CaseVerb.ReopenByCall)).ToList();
                Assert.Equal(said.Distinct().Count(), said.Count);
                Assert.Empty(own.Except(said));
                Assert.All(sheet.Barred, barred => Assert.True(barred.NotBefore is null || barred.NotBefore > sheet.Head.State));
            }
        }
    }

    [Fact]
    public async Task Somebody_who_may_not_decide_is_told_to_hand_over()
    {
        await using var world = await CaseWorld.Start();
        var id = await world.File();

        var sheet = (await world.Portal.The<ComplaintSheet>().For(id, world.Director, default))!;
        Assert.Contains(CaseVerb.JudgeFounded, sheet.Barred.Single(barred => barred.Why.Code == "case.hand-over").Verbs);
    }

    private static async Task<string?> Why(CaseWorld world, Guid id, CaseVerb verb) =>
        (await world.Portal.The<ComplaintSheet>().For(id, world.Agent, default))!.Acts.Single(act => act.Verb == verb).Why?.Code;

    private static async Task<Domain.Policies.Ruling<NodaTime.Instant>> Receipt(CaseWorld world, Guid id) =>
        (await world.Portal.The<ComplaintSheet>().For(id, world.Agent, default))!.Clocks.Single().Receipt;
}
