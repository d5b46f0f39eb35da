using System.Text.RegularExpressions;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Tests.Callbacks;

/// <summary>附件1 3): a blacklisted dealer is not called back. No screen lists one, no job plans one, no action makes a call to one.</summary>
public sealed class BlacklistTests
{
    [Fact]
    public async Task From_the_moment_a_dealer_is_blacklisted_nothing_shows_or_makes_his_open_callback()
    {
        await using var world = await CallWorld.Start();
        var dealer = await world.Dealer("D1", "gold");
        var owner = await world.Portal.DealerOwner(dealer);
        await world.Plan();
        var call = await world.Open(dealer);
        await world.Portal.The<SendSurveyLink>().Run(new(call.Id), world.Assistant, default);
        Assert.NotNull(await world.Portal.The<SurveySheet>().For(call.Id, owner, default));

        // The tier is written and nothing else has run: the open callback still stands in the database.
        world.Portal.Clock.Now = Shanghai.At("2026-03-20 10:00");
        await world.Put(dealer.Id, "blacklist", "2026-03-20");
        Assert.True((await world.Calls()).Single().IsOpen);

        foreach (var actor in new[] { world.Assistant, world.Second, world.Supervisor, await world.Portal.Person("审计", (Role.Auditor, null)) })
        {
            foreach (var tab in Enum.GetValues<CallbackList.Tab>())
            {
                var list = (await world.Portal.The<CallbackList>().For(new(tab), actor, default))!;
                Assert.Empty(list.Rows);
                Assert.Equal(0, list.Counts.Values.Sum() + list.Late);
            }
            Assert.Null(await world.Portal.The<CallbackSheet>().For(call.Id, actor, default));
        }
        Assert.Null(await world.Portal.The<SurveySheet>().For(call.Id, owner, default));
        Assert.Empty(await world.Portal.The<SurveySheet>().Open(owner, default));
        Assert.Equal(0, (await world.Portal.The<RemindCallbacks>().RunAsOf(world.Portal.Clock.Now, default)).Looked);
        foreach (var outcome in Enum.GetValues<CallOutcome>()) Assert.Equal(Refusal.NotFound, (await world.Record(call, outcome, request => request with { Talk = CallWorld.Talk([5]) })).Refusal);
        Assert.Equal(Refusal.NotFound, (await world.Portal.The<SendSurveyLink>().Run(new(call.Id), world.Assistant, default)).Refusal);
        Assert.Equal(Refusal.NotFound, (await world.Portal.The<GiveNumber>().Run(new(call.Id, "0531-88880000"), world.Assistant, default)).Refusal);
        Assert.Equal(Refusal.NotFound, (await world.Portal.The<AnswerSurvey>().Run(new(call.Id, Guid.CreateVersion7(), CallWorld.Talk([5])), owner, default)).Refusal);
    }

    [Fact]
    public void There_is_no_callback_without_the_proof_that_the_dealer_may_be_called_and_no_proof_for_the_blacklist()
    {
        var cadences = Policies.Books.Edition.Cadences;

        Assert.Throws<ArgumentException>(() => new CallableDealer(Guid.CreateVersion7(), "north", cadences.Find("blacklist")!, new(2026, 3, 2)));
        var constructors = typeof(Callback).GetConstructors(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic).Where(made => made.GetParameters().Length > 0);
        Assert.All(constructors, made => Assert.Contains(made.GetParameters(), parameter => parameter.ParameterType == typeof(CallableDealer)));
    }

    [Fact]
    public void Nothing_but_the_book_asks_the_database_for_callbacks() => Offences.None(
        Source.Files(["DealerPortal.Domain", "DealerPortal.Web", "DealerPortal.Jobs"], ".cs", ".razor")
            .Where(file => !file.Path.EndsWith("Callbacks/CallBook.cs", StringComparison.Ordinal) && !file.Path.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(file.Text, @"Set<Callback>\(|DbSet<Callback>|FROM\s+""?Callbacks", RegexOptions.IgnoreCase)).Select(file => file.Path));

    [Fact]
    public void Only_the_planning_takes_open_callbacks_of_any_tier() => Offences.None(
        Source.Files(["DealerPortal.Domain", "DealerPortal.Web", "DealerPortal.Jobs"], ".cs", ".razor")
            .Where(file => file.Text.Contains("OpenCallsOf(", StringComparison.Ordinal) && !file.Path.EndsWith("CallBook.cs", StringComparison.Ordinal) && !file.Path.EndsWith("Planning.cs", StringComparison.Ordinal)).Select(file => file.Path));
}
