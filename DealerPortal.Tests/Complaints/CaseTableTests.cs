using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Complaints;

/// <summary>The table of states, verbs and roles, tried against the entity in every combination.</summary>
public sealed class CaseTableTests
{
    private static readonly Instant Now = Shanghai.At("2026-03-02 09:00");
    private static readonly Actor Owner = Cases.With(Role.DealerOwner);
    private static readonly Actor Supervisor = Cases.With(Role.AfterSalesSupervisor);
    private static readonly Actor Other = Cases.With(Role.AfterSalesAgent);

    [Fact]
    public void Every_state_verb_and_role_that_the_table_lacks_is_refused_and_changes_nothing()
    {
        var tried = 0;
        foreach (var state in Enum.GetValues<CaseState>())
            foreach (var role in Enum.GetValues<Role>())
                foreach (var verb in Verbs.Keys)
                {
                    var one = In(state);
                    var allowed = CaseTable.Find(state, verb) is { } row && row.Roles.Contains(role);
                    var outcome = Verbs[verb](one, Cases.With(role));
                    if (!allowed) Assert.False(outcome.IsDone, $"{role} did {verb} in {state}");
                    Assert.Equal(outcome.IsDone ? CaseTable.Find(state, verb)!.To : state, one.State);
                    tried++;
                }
        Assert.Equal(Enum.GetValues<CaseState>().Length * Enum.GetValues<Role>().Length * Verbs.Count, tried);
    }

    [Fact]
    public void Every_row_can_be_walked_by_somebody()
    {
        foreach (var row in CaseTable.Rows.Where(row => Verbs.ContainsKey(row.Verb) && !row.Needs.Contains(CaseNeed.PausesAllowed)))
            Assert.True(row.Roles.Any(role => Verbs[row.Verb](Ready(row), As(row, role)).IsDone), $"nobody can {row.Verb} in {row.From}");
    }

    [Fact]
    public void Whoever_may_not_decide_is_told_to_hand_over()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => !role.IsOfDealer() && !CaseTable.Find(CaseState.InTriage, CaseVerb.JudgeFounded)!.Roles.Contains(role)))
        {
            var refusal = In(CaseState.InTriage).JudgeFounded("属实", Cases.With(role), Now).Refusal!;
            Assert.Equal(("case.hand-over", "三(五)7"), (refusal.Code, refusal.Clause!.Value.Number));
        }
    }

    [Fact]
    public void Another_dealer_does_not_find_it()
    {
        var stranger = Owner with { DealerId = Guid.CreateVersion7() };
        foreach (var (verb, act) in Verbs)
            foreach (var state in Enum.GetValues<CaseState>())
                Assert.False(act(In(state), stranger).IsDone, $"{verb} in {state}");
    }

    [Fact]
    public void Of_two_who_claim_the_second_is_told_by_whom()
    {
        var one = Cases.File(Now);
        Assert.True(one.Claim(Supervisor, Now).IsDone);
        Assert.True(one.Claim(Supervisor, Now).IsDone);
        Assert.Equal([Fact.Of(Supervisor.Name)], one.Claim(Other, Now).Refusal!.Facts);
    }

    [Fact]
    public void Accepted_goods_get_paid_service_and_nothing_else()
    {
        var one = Cases.File(Now, isPaidService: true);
        one.Claim(Supervisor, Now);
        one.JudgeFounded("属实", Supervisor, Now);

        Assert.Equal("plan.amount-too-large", one.ProposePlan(Cases.Draft("paid-service") with { Remedies = [new("paid-service", PlanDraft.MostFen + 1)] }, Supervisor, Now).Refusal!.Code);
        Assert.Equal("plan.paid-service-only", one.ProposePlan(Cases.Draft("compensation"), Supervisor, Now).Refusal!.Code);
        Assert.True(one.ProposePlan(Cases.Draft("paid-service"), Supervisor, Now).IsDone);
    }

    [Fact]
    public void The_picture_in_the_docs_is_the_table()
    {
        var path = Path.Combine(Source.Root, "docs/complaint-states.md");
        if (Environment.GetEnvironmentVariable("WRITE_DOCS") == "1") File.WriteAllText(path, Picture());
        Assert.Equal(Picture(), File.ReadAllText(path));
    }

    private static string Picture()
    {
        var moves = CaseTable.Rows.Where(row => row.From != row.To).Select(row => $"    {row.From} --> {row.To}: {row.Verb}");
        var rows = CaseTable.Rows.Select(row => $"| {row.From} | {row.Verb} | {(row.From == row.To ? "stays" : row.To)} | {Who(row)} | {string.Join(", ", row.Needs)} |");
        string[] lines =
        [
            "# The states of a complaint", "", "Drawn from `CaseTable` and compared with it by a test; set `WRITE_DOCS=1` and run the test to draw it anew.", "",
            "```mermaid", "stateDiagram-v2", "    [*] --> Received", .. moves, "    Closed --> [*]", "    Merged --> [*]", "```", "",
            "Who may, and what it needs. A verb that stays in its state changes facts alone.", "", "| from | verb | to | who | needs |", "|---|---|---|---|---|", .. rows, "",
        ];
        return string.Join('\n', lines);
    }

    private static string Who(CaseTable.Row row) => row.Roles.Count == 0 ? "the last approval" : row.Verb is CaseVerb.Note ? "staff" : string.Join(", ", row.Roles);

    /// <summary>Every verb that a person can use, with something sensible to say.</summary>
    private static readonly Dictionary<CaseVerb, Func<Complaint, Actor, Outcome>> Verbs = new()
    {
        [CaseVerb.Claim] = (one, actor) => one.Claim(actor, Now),
        [CaseVerb.Assign] = (one, actor) => one.Assign(new(Guid.CreateVersion7(), "小张"), actor, Now),
        [CaseVerb.HandOver] = (one, actor) => one.HandOver(new(Guid.CreateVersion7(), "小张"), actor, Now),
        [CaseVerb.Merge] = (one, actor) => one.Merge(Cases.File(Now), Cases.Terms, actor, Now),
        [CaseVerb.JudgeFounded] = (one, actor) => one.JudgeFounded("属实", actor, Now),
        [CaseVerb.JudgeNotFounded] = (one, actor) => one.JudgeNotFounded("不属实", Cases.Terms, actor, Now),
        [CaseVerb.AskDepartment] = (one, actor) => one.AskDepartment(Guid.CreateVersion7(), Role.ProductionHead, "为何", actor, Now),
        [CaseVerb.AnswerAsDepartment] = (one, actor) => one.AnswerAsDepartment(one.Investigations.Select(asked => asked.Id).FirstOrDefault(), "因为", actor, Now),
        [CaseVerb.SettleLiability] = (one, actor) => one.SettleLiability("production", Cases.Pays, "", actor, Now),
        [CaseVerb.ProposePlan] = (one, actor) => one.ProposePlan(Cases.Draft("repair"), actor, Now),
        [CaseVerb.VerifyGold] = (one, actor) => one.VerifyGold(actor, Now),
        [CaseVerb.AnswerDealer] = (one, actor) => one.AnswerDealer(Cases.Terms, actor, Now),
        [CaseVerb.Agree] = (one, actor) => one.Agree(actor, Now),
        [CaseVerb.Dispute] = (one, actor) => one.Dispute(actor, Now),
        [CaseVerb.StandBy] = (one, actor) => one.StandBy(actor, Now),
        [CaseVerb.Execute] = (one, actor) => one.Execute(one.CurrentPlan?.NextSteps.FirstOrDefault()?.Id ?? default, Cases.Proof, actor, Now),
        [CaseVerb.Resolve] = (one, actor) => one.Resolve(Cases.Terms, actor, Now),
        [CaseVerb.Confirm] = (one, actor) => one.Confirm(actor, Now),
        [CaseVerb.AskAgain] = (one, actor) => one.AskAgain("还是坏的", Cases.Terms, actor, Now),
        [CaseVerb.RequestFollowUp] = (one, actor) => one.RequestFollowUp(actor, Now),
        [CaseVerb.Close] = (one, actor) => one.Close(actor, Now),
        [CaseVerb.CloseByCall] = (one, actor) => one.State is CaseState.Closed ? Refusal.NotAllowed : one.CloseByCall(actor, Now),
        [CaseVerb.ReopenByCall] = (one, actor) => one.ReopenByCall("还是坏的", Cases.Terms, actor, Now),
        [CaseVerb.AskForExtension] = (one, actor) => one.AskForExtension(Guid.CreateVersion7(), Guid.CreateVersion7(), Shanghai.At("2026-03-20 17:30"), "等检测", actor, Now),
        [CaseVerb.Pause] = (one, actor) => one.Pause("dealer", Cases.Terms, actor, Now),
        [CaseVerb.Resume] = (one, actor) => one.Resume(Cases.Terms, actor, Now),
    };

    /// <summary>A case walked into a state, owned by the supervisor where somebody owns it.</summary>
    private static Complaint In(CaseState state)
    {
        var one = Cases.File(Now);
        var draft = Cases.Draft("repair");
        if (state is CaseState.Received) return one;
        if (state is CaseState.Merged) return Then(one, one.Merge(Cases.File(Now), Cases.Terms, Supervisor, Now));
        one.Claim(Supervisor, Now);
        if (state is CaseState.InTriage) return one;
        if (state is CaseState.NotFounded) return Then(one, one.JudgeNotFounded("不属实", Cases.Terms, Supervisor, Now));
        Then(one, one.JudgeFounded("属实", Supervisor, Now));
        one.AskDepartment(Guid.CreateVersion7(), Role.ProductionHead, "为何", Supervisor, Now);
        one.SettleLiability("production", Cases.Pays, "", Supervisor, Now);
        if (state is CaseState.Founded) return one;
        Then(one, one.ProposePlan(draft, Supervisor, Now));
        if (state is CaseState.AwaitingApproval) return one;
        Then(one, one.Grant(draft.ApprovalId, "x", _ => "x", Supervisor, Now));
        if (state is CaseState.Approved) return one;
        Then(one, one.AnswerDealer(Cases.Terms, Supervisor, Now));
        if (state is CaseState.Answered) return one;
        if (state is CaseState.Disputed) return Then(one, one.Dispute(Owner, Now));
        Then(one, one.Agree(Owner, Now));
        return state is CaseState.Executing ? one : Ended(one, state);
    }

    private static Complaint Ended(Complaint one, CaseState state)
    {
        while (one.CurrentPlan!.NextSteps.FirstOrDefault() is { } step) Then(one, one.Execute(step.Id, Cases.Proof, RemedySteps.IsDealers(step.Kind) ? Owner : Supervisor, Now));
        Then(one, one.Resolve(Cases.Terms, Supervisor, Now));
        if (state is CaseState.Resolved) return one;
        Then(one, one.Confirm(Owner, Now));
        return state is CaseState.Confirmed ? one : Then(one, one.Close(Supervisor, Now));
    }

    // With everything that the row needs besides.
    private static Complaint Ready(CaseTable.Row row)
    {
        if (row.Verb is CaseVerb.Resolve)
        {
            var done = In(CaseState.Executing);
            while (done.CurrentPlan!.NextSteps.FirstOrDefault() is { } step) Then(done, done.Execute(step.Id, Cases.Proof, RemedySteps.IsDealers(step.Kind) ? Owner : Supervisor, Now));
            return done;
        }
        if (!row.Needs.Contains(CaseNeed.Released)) return row.Verb is CaseVerb.AnswerAsDepartment && row.From is CaseState.InTriage ? Asked() : In(row.From);
        var one = In(CaseState.AwaitingApproval);
        Then(one, one.VerifyGold(Cases.With(Role.RegionalManager), Now));
        return row.From is CaseState.Answered ? Then(one, one.AnswerDealer(Cases.Terms, Supervisor, Now)) : one;
    }

    private static Complaint Asked()
    {
        var one = In(CaseState.InTriage);
        return Then(one, one.AskDepartment(Guid.CreateVersion7(), Role.ProductionHead, "为何", Supervisor, Now));
    }

    private static Actor As(CaseTable.Row row, Role role) => row.Needs.Contains(CaseNeed.InCharge) && role is Role.AfterSalesSupervisor ? Supervisor : Cases.With(role);

    private static Complaint Then(Complaint one, Outcome outcome)
    {
        Assert.True(outcome.IsDone, outcome.Refusal?.Code);
        return one;
    }
}
