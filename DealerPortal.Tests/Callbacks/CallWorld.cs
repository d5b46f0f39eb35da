using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Callbacks;

/// <summary>A portal with two service assistants, their supervisor, and dealers in tiers.</summary>
internal sealed record CallWorld(Portal Portal) : IAsyncDisposable
{
    public required Actor Assistant { get; init; }
    public required Actor Second { get; init; }
    public required Actor Supervisor { get; init; }

    public static async Task<CallWorld> Start(string now = "2026-03-02 07:30", Database on = Database.Sqlite, Func<PortalSettings, PortalSettings>? with = null)
    {
        var portal = await Portal.Start(now, with, on: on);
        return new(portal)
        {
            Assistant = await portal.Person("韩梅", (Role.ServiceAssistant, null)),
            Second = await portal.Person("李雷", (Role.ServiceAssistant, null)),
            Supervisor = await portal.Person("王主管", (Role.AfterSalesSupervisor, null)),
        };
    }

    /// <summary>A dealer who is in the tier since a date; in none where it is null.</summary>
    public async Task<Dealer> Dealer(string code, string? tier, string from = "2026-03-02", string region = "north")
    {
        var dealer = await Portal.Dealer(code, region);
        if (tier is not null) await Put(dealer.Id, tier, from);
        return dealer;
    }

    public Task Put(Guid dealer, string tier, string from) =>
        Portal.Db(db => Task.FromResult(db.TierPeriods.Add(new(Guid.CreateVersion7(), dealer, tier, Date(from), "test", Portal.Clock.Now))));

    public Task<SweepCount> Plan() => Portal.The<PlanCallbacks>().RunAsOf(Portal.Clock.Now, default);

    public async Task PlanAt(string now)
    {
        Portal.Clock.Now = Shanghai.At(now);
        Assert.Equal(0, (await Plan()).Failed);
    }

    public Task<List<Callback>> Calls() => Portal.Db(db => db.Set<Callback>().Include(call => call.Attempts).Include(call => call.Answers).Include(call => call.FollowUps).AsNoTracking().OrderBy(call => call.PlannedAt).ToListAsync());

    public async Task<Callback> Open(Dealer dealer) => (await Calls()).Single(call => call.OpenFor == dealer.Id);

    public Task<Outcome> Record(Callback call, CallOutcome outcome, Func<RecordCallback.Request, RecordCallback.Request>? with = null, Actor? actor = null)
    {
        var request = new RecordCallback.Request(call.Id, Guid.CreateVersion7(), outcome);
        return Portal.The<RecordCallback>().Run(with is null ? request : with(request), actor ?? Assistant, default);
    }

    public async Task Reached(Callback call, params int[] scores) =>
        Assert.Null((await Record(call, CallOutcome.Reached, request => request with { Talk = Talk(scores) })).Refusal);

    /// <summary>Scores for the first questions of the pack; 5 where none are given.</summary>
    public static Callback.Talk Talk(int[] scores, params Callback.CaseWord[] cases) => new(
        [.. (scores.Length == 0 ? [5] : scores).Zip(Policies.Books.Edition.Survey.Questions, (score, question) => new SurveyAnswer.Said(question.Code, score, null))], cases);

    public static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
