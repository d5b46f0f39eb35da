using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Policies;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Complaints;

/// <summary>Pauses and resumptions, often several within one instant: what a clock says is what people did, whatever the order in which it is told.</summary>
public sealed class PausePropertyTests
{
    private static readonly Actor Agent = Cases.With(Role.AfterSalesAgent);
    private static readonly Lazy<PolicyBook> Book = new(() => new(new PortalSettings { Pack = PausingPacks.Pack, PacksFolder = PausingPacks.Folder() }));
    private static readonly Instant Nine = Shanghai.At("2026-03-03 09:00");

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    private static CaseClock.Terms Terms => CaseClock.Terms.Of(Book.Value, PausingPacks.Pack, "2026-01");

    [Theory, MemberData(nameof(Seeds))]
    public void A_clock_stands_still_exactly_when_it_was_last_paused_and_any_order_says_the_same(int seed)
    {
        var random = new Random(seed);
        var (one, now, since) = (Claimed(), Nine, (Instant?)null);
        var clock = one.RunningClock!;
        var stored = new List<(int Events, Instant Due, Instant? Since)>();
        for (var step = 0; step < 12; step++)
        {
            now += Duration.FromMinutes(random.Next(0, 3) * 95);
            var paused = one.Pause(random.Next(2) == 0 ? "photos" : "goods", Terms, Agent, now).IsDone;
            Assert.Equal(since is null, paused);
            if (paused) since = now;
            else if (random.Next(4) > 0)
            {
                Assert.True(one.Resume(Terms, Agent, now).IsDone);
                since = null;
            }
            stored.Add((clock.Events.Count, clock.DueAt, since));
            Assert.Equal((since, clock.DueAt), (clock.Read(Terms).PausedSince, clock.Read(Terms).DueAt));
            Assert.Equal(since is null, clock.NextActAt is not null);
        }

        var events = clock.Events.ToArray();
        Assert.All(stored, then => Assert.Equal((then.Due, then.Since), Read(events[..then.Events])));
        for (var shuffle = 0; shuffle < 5; shuffle++)
        {
            random.Shuffle(events);
            Assert.Equal((clock.DueAt, since), Read(events));
        }
    }

    /// <summary>Each letter something done, all of it at 09:00 but for what stands before the bar, which was done the day before: p and P pause, r and R let go on, small for photos, large for goods.</summary>
    [Theory]
    [InlineData("pr", null)]
    [InlineData("prp", "03-03 09:00")]
    [InlineData("prpr", null)]
    [InlineData("prP", "03-03 09:00")]
    [InlineData("p|", "03-02 09:00")]
    [InlineData("p|r", null)]
    [InlineData("p|rp", "03-03 09:00")]
    [InlineData("p|rpr", null)]
    [InlineData("p|rPR", null)]
    public void Within_one_instant_the_last_of_them_counts(string done, string? standsSince)
    {
        var one = Claimed("2026-03-02 08:30");
        foreach (var (act, i) in done.Select((act, i) => (act, i)))
        {
            var at = i < done.IndexOf('|', StringComparison.Ordinal) ? Nine - Duration.FromDays(1) : Nine;
            if (act is 'p' or 'P') Assert.True(one.Pause(act is 'p' ? "photos" : "goods", Terms, Agent, at).IsDone);
            if (act is 'r' or 'R') Assert.True(one.Resume(Terms, Agent, at).IsDone);
        }

        Assert.Equal(standsSince is null ? null : Shanghai.At(standsSince), one.RunningClock!.Read(Terms).PausedSince);
        Assert.Equal(standsSince is not null, one.Resume(Terms, Agent, Nine).IsDone);
    }

    private static Complaint Claimed(string filed = "2026-03-02 09:00")
    {
        var facts = new CaseFacts(Cases.DealerId, "north", "gold", new(PausingPacks.Pack, "2026-01", "三(五)7"), CaseSource.Dealer, "gate", "1-1.4", "焊点过大");
        var one = new Complaint(Guid.CreateVersion7(), "C-1", facts, Terms, Cases.With(Role.DealerOwner), Shanghai.At(filed));
        Assert.True(one.Claim(Agent, Shanghai.At(filed)).IsDone);
        return one;
    }

    private static (Instant Due, Instant? Since) Read(IReadOnlyList<ClockEvent> events)
    {
        var reading = ClockReading.Of(events, Terms.Rules.Of(Complaint.Plan), Terms.Rules.Warnings, Terms.Calendar);
        return (reading.DueAt, reading.PausedSince);
    }
}
