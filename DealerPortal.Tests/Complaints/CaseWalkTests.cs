using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Policies;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Complaints;

/// <summary>Random people doing random things to cases, through the real actions; what must hold holds after every step.</summary>
public sealed class CaseWalkTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory, InlineData(1), InlineData(2)]
    public Task Whatever_people_do_the_invariants_hold_after_each_step(int seed) => Walk(seed, 80);

    [Theory, MemberData(nameof(Seeds))]
    [Trait("Category", "Campaign")]
    public Task So_they_do_on_long_walks(int seed) => Walk(seed, 500);

    private static async Task Walk(int seed, int steps)
    {
        var random = new Random(seed);
        await using var world = await CaseWorld.Start();
        Actor[] people = [world.Owner, world.Stranger, world.Agent, world.Other, world.Supervisor, world.Manager, world.Director];
        var cases = new List<Guid> { await world.File(), await world.File() };
        var reached = new HashSet<CaseState>();
        for (var step = 0; step < steps; step++)
        {
            world.Portal.Clock.Advance(Duration.FromMinutes(random.Next(0, 240)));
            var id = cases[random.Next(cases.Count)];
            var (verb, done) = ((string?)null, false);
            // Most of what random people try is refused; a step is the first thing that is not.
            for (var attempt = 0; attempt < 12 && !done; attempt++)
            {
                var actor = people[random.Next(people.Length)];
                (verb, var outcome) = await Act(world, await world.Case(id), people, actor, random);
                done = outcome.IsDone;
                if (actor == world.Stranger && verb is not null) Assert.False(done, $"seed {seed}: a stranger did {verb}");
            }
            var after = await world.Case(id);
            Hold(after, $"seed {seed} step {step} {verb}");
            reached.Add(after.State);
            if (!after.IsOpen) cases.Add(await world.File());
        }
        var history = await world.Portal.Db(db => db.History.OrderBy(entry => entry.Number).ToListAsync());
        Assert.All(history, entry => Assert.Equal(entry.Hash, entry.HashOfContent()));
        Assert.All(history.Zip(history.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.PreviousHash));
        Assert.True(reached.Count > 3, $"seed {seed} saw only {string.Join(", ", reached)}");
    }

    private static void Hold(Complaint one, string when)
    {
        Assert.True(one.Clocks.Count(clock => clock.IsOpen && clock.Code == Complaint.Plan) <= 1, $"{when}: two open plan clocks");
        Assert.True(one.Clocks.All(clock => clock.DueAt == clock.Read(Cases.Terms).DueAt), $"{when}: stored due is not replayed due");
        var open = one.IsOpen ? one.Clocks.Where(clock => clock.IsOpen).Select(clock => clock.DueAt).DefaultIfEmpty(Complaint.NoEnd).Min() : Complaint.NoEnd;
        Assert.True(one.NextDueAt == open, $"{when}: next due is not the earliest open end");
        Assert.True(one.Plans.All(plan => plan.GrantedAt is not null || plan.Steps.All(step => !step.IsDone)), $"{when}: executed without approvals");
        Assert.True(one.State is not (CaseState.Answered or CaseState.Executing) || one.CurrentPlan is { GrantedAt: not null }, $"{when}: answered without approvals");
        Assert.True(one.State is CaseState.Received or CaseState.Merged || one.OwnerId is not null, $"{when}: nobody has it");
    }

    private static async Task<(string? Verb, Outcome Outcome)> Act(CaseWorld world, Complaint one, Actor[] people, Actor actor, Random random)
    {
        var (portal, id, plan) = (world.Portal, one.Id, Cases.Draft(Remedies(random)));
        T The<T>() where T : notnull => portal.The<T>();
        return random.Next(21) switch
        {
            0 => ("claim", await The<Claim>().Run(new(id), actor, default)),
            1 => ("assign", await The<Assign>().Run(new(id, people[random.Next(people.Length)].UserId!.Value), actor, default)),
            2 => ("hand over", await The<HandOver>().Run(new(id, people[random.Next(people.Length)].UserId!.Value), actor, default)),
            3 or 4 => ("founded", await The<JudgeFounded>().Run(new(id, "属实"), actor, default)),
            5 => ("not founded", random.Next(4) == 0 ? await The<JudgeNotFounded>().Run(new(id, "不属实"), actor, default) : Refusal.NotAllowed),
            6 or 7 => ("liability", await The<SettleLiability>().Run(new(id, "transit", ""), actor, default)),
            8 or 9 => ("propose", await The<ProposePlan>().Run(new(id, plan.Id, plan.Remedies, plan.Explanation, plan.ReturnAddress), actor, default)),
            10 or 11 => ("decide", await Decide(world, one, actor, random)),
            12 => ("verify", await The<VerifyGold>().Run(new(id, "属实"), actor, default)),
            13 => ("answer", await The<AnswerWithPlan>().Run(new(id), actor, default)),
            14 => ("agree", await The<AgreeToPlan>().Run(new(id), actor, default)),
            15 => ("dispute", await The<DisputePlan>().Run(new(id, Guid.CreateVersion7(), "不同意"), actor, default)),
            16 => ("execute", await The<ExecuteStep>().Run(new(id, one.CurrentPlan?.Steps.OrderBy(_ => random.Next()).Select(step => step.Id).FirstOrDefault() ?? default, Cases.Proof), actor, default)),
            17 => ("resolve", await The<Resolve>().Run(new(id), actor, default)),
            18 => ("confirm or again", random.Next(2) == 0 ? await The<ConfirmCase>().Run(new(id), actor, default) : await The<AskAgain>().Run(new(id, Guid.CreateVersion7(), "再来"), actor, default)),
            19 => ("extend", await The<AskForExtension>().Run(new(id, Guid.CreateVersion7(), Books.Edition.Calendar.WorkingDayAfter(Books.Edition.Calendar.DateOf(portal.Clock.Now), random.Next(1, 9)), "等检测"), actor, default)),
            _ => (null, await Swept(portal)),
        };
    }

    private static async Task<Outcome> Decide(CaseWorld world, Complaint one, Actor actor, Random random)
    {
        var asked = await world.Portal.Db(db => db.ApprovalRequests.Where(request => request.Subject == one.Id && request.Result == null).FirstOrDefaultAsync());
        return asked is null ? Refusal.NotFound : await world.Decide(asked, random.Next(1, asked.Consents.Count + 1), actor, consents: random.Next(5) > 0);
    }

    private static async Task<Outcome> Swept(Portal portal)
    {
        var count = await portal.The<ClockSweep>().RunAsOf(portal.Clock.Now, default);
        Assert.Equal(0, count.Failed);
        Assert.Equal(0, (await portal.The<ClockSweep>().RunAsOf(portal.Clock.Now, default)).Changed);
        return Outcome.Done;
    }

    private static string[] Remedies(Random random) => random.Next(4) switch { 0 => ["repair"], 1 => ["exchange"], 2 => ["replenish"], _ => ["explanation"] };
}
