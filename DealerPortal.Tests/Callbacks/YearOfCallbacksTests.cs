using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Callbacks;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static DealerPortal.Tests.Policies.Books;

namespace DealerPortal.Tests.Callbacks;

/// <summary>Dealers over months, in tiers that change, with calls that go well or not: the planner's promises hold on every one of its days; on both databases.</summary>
public abstract class YearOfCallbacksTests(Database on)
{
    private static readonly string[] Tiers = ["gold", "middle", "middle", "blacklist"];
    private readonly Random random = new(20260302);

    [Fact]
    public Task No_gap_is_longer_than_its_interval_and_shift_nobody_is_called_who_must_not_be_and_nobody_twice() => Live(40, new(2026, 4, 1), atLeast: 60);

    [Fact]
    [Trait("Category", "Campaign")]
    public Task The_same_of_a_thousand_dealers_over_a_year() => Live(1000, new(2027, 1, 1), atLeast: 8000);

    private async Task Live(int many, LocalDate until, int atLeast)
    {
        await using var world = await CallWorld.Start("2026-01-04 07:30", on);
        var tiers = await Lay(world, many);

        for (var day = new LocalDate(2026, 1, 4); day < until; day = day.PlusDays(1))
        {
            world.Portal.Clock.Now = Edition.Calendar.At(day.At(new(7, 30)));
            if (day is { Day: 1 }) await Shuffle(world, tiers, day);
            Assert.Equal(0, (await world.Plan()).Failed);
            if (day.Day is 2 or 15) Assert.Equal(0, (await world.Plan()).Changed);
            if (Edition.Calendar.IsWorkingDay(day)) await Call(world, tiers, day);
            if (day.Day is 10) await EveryoneOwedIsPlanned(world, tiers);
        }
        await Judge(world, atLeast);
    }

    private async Task<Dictionary<Guid, string>> Lay(CallWorld world, int many)
    {
        var dealers = Enumerable.Range(0, many).Select(i => new Dealer(Guid.CreateVersion7(), $"D{i:0000}", $"店 {i}", "north", world.Portal.Clock.Now)).ToList();
        var tiers = dealers.ToDictionary(dealer => dealer.Id, _ => Tiers[random.Next(Tiers.Length)]);
        await world.Portal.Db(db =>
        {
            db.Dealers.AddRange(dealers);
            db.TierPeriods.AddRange(tiers.Select(tier => new TierPeriod(Guid.CreateVersion7(), tier.Key, tier.Value, new(2026, 1, 4), "test", world.Portal.Clock.Now)));
            return Task.FromResult(0);
        });
        return tiers;
    }

    // At the month's beginning one dealer in twelve gets another tier.
    private Task<int> Shuffle(CallWorld world, Dictionary<Guid, string> tiers, LocalDate day) => world.Portal.Db(db =>
    {
        foreach (var dealer in tiers.Keys.Order().Where(_ => random.Next(12) == 0).ToList())
        {
            tiers[dealer] = Tiers[random.Next(Tiers.Length)];
            db.TierPeriods.Add(new(Guid.CreateVersion7(), dealer, tiers[dealer], day, "test", world.Portal.Clock.Now));
        }
        return Task.FromResult(0);
    });

    // Everything on the day's list is called: most are reached, some not, some later, some decline.
    private async Task Call(CallWorld world, Dictionary<Guid, string> tiers, LocalDate day)
    {
        var now = Edition.Calendar.At(day.At(new(10, 0)));
        world.Portal.Clock.Now = now;
        await world.Portal.Db(async db =>
        {
            foreach (var call in await db.Set<Callback>().Include(one => one.Attempts).Include(one => one.FollowUps).Where(one => one.OpenFor != null && one.PlannedOn <= day).OrderBy(one => one.DealerId).ToListAsync())
            {
                Assert.NotEqual("blacklist", tiers[call.DealerId]);
                var said = new Callback.Call(Guid.CreateVersion7(), null);
                var outcome = random.Next(20) switch
                {
                    < 2 => call.NotReached(said, world.Assistant, Edition, now),
                    2 => call.CallAgain(said, now + Duration.FromHours(24 + random.Next(72)), world.Assistant, Edition, now),
                    3 => call.Refuse(said, world.Assistant, Edition, now),
                    _ => call.Reach(said, CallWorld.Talk([random.Next(1, 6)]), world.Assistant, Edition, now),
                };
                Assert.True(outcome.IsDone, outcome.Refusal?.Code);
            }
            return 0;
        });
    }

    private static async Task EveryoneOwedIsPlanned(CallWorld world, Dictionary<Guid, string> tiers)
    {
        var open = await world.Portal.Db(db => db.Set<Callback>().Where(call => call.OpenFor != null).Select(call => call.DealerId).ToListAsync());
        Assert.Equal(open.Count, open.Distinct().Count());
        // Those called this morning get their next one tomorrow; nobody else is left out, and nobody on the blacklist is in.
        Assert.DoesNotContain(open, dealer => tiers[dealer] == "blacklist");
        var today = Edition.Calendar.DateOf(world.Portal.Clock.Now);
        var done = await world.Portal.Db(db => db.Set<Callback>().Where(call => call.EndedOn == today).Select(call => call.DealerId).ToListAsync());
        Assert.Empty(tiers.Where(tier => tier.Value != "blacklist").Select(tier => tier.Key).Except(open).Except(done));
    }

    private static async Task Judge(CallWorld world, int atLeast)
    {
        var calls = await world.Portal.Db(db => db.Set<Callback>().Include(call => call.Attempts).AsNoTracking().AsSplitQuery().ToListAsync());
        var periods = (await world.Portal.Db(db => db.TierPeriods.AsNoTracking().ToListAsync())).ToLookup(period => period.DealerId);
        Assert.True(calls.Count > atLeast, $"only {calls.Count} callbacks");
        foreach (var one in calls.GroupBy(call => call.DealerId))
        {
            LocalDate? last = null;
            foreach (var call in one.OrderBy(call => call.PlannedAt))
            {
                Bounded(call, last, periods[one.Key]);
                if (call.CountsFrom is { } counted) last = counted;
            }
        }
    }

    // By the interval of the tier it was planned under, from the last that counted or from the tier's beginning, plus the shift over days off; and the first call was made in time.
    private static void Bounded(Callback call, LocalDate? last, IEnumerable<TierPeriod> periods)
    {
        var planned = Edition.Calendar.DateOf(call.PlannedAt);
        var tier = periods.Where(period => period.From <= planned).MaxBy(period => period.From)!;
        var from = last is { } reached && reached >= tier.From ? reached : tier.From;
        var latest = Edition.Calendar.WorkingDayOnOrAfter(Edition.Cadences.Find(tier.Tier)!.Every!.After(from));
        Assert.True(call.DueOn <= latest, $"due on {call.DueOn}, but {tier.Tier} since {from} means {latest} at the latest");
        Assert.True(Edition.Calendar.IsWorkingDay(call.DueOn));
        var first = call.Attempts.OrderBy(attempt => attempt.At).FirstOrDefault();
        if (first is not null) Assert.True(Edition.Calendar.DateOf(first.At) <= call.DueOn, $"first called on {Edition.Calendar.DateOf(first.At)}, due on {call.DueOn}");
    }
}

public sealed class YearOfCallbacksOnSqlite() : YearOfCallbacksTests(Database.Sqlite);

[Trait("Category", "Postgres")]
public sealed class YearOfCallbacksOnPostgres() : YearOfCallbacksTests(Database.Postgres);
