using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Tests.Policies;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Complaints;

/// <summary>The clock as a function: of what happened alone, and whatever the order in which it is told.</summary>
public sealed class ClockPropertyTests
{
    private static readonly Actor Supervisor = Cases.With(Role.AfterSalesSupervisor);
    private static readonly ClockRule Rule = Cases.Terms.Rules.Of(Complaint.Plan);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory, MemberData(nameof(Seeds))]
    public void Replaying_any_prefix_gives_what_was_stored_then(int seed)
    {
        var random = new Random(seed);
        var (one, now) = (Cases.File(Start(random)), Start(new Random(seed)));
        one.Claim(Supervisor, now);
        var stored = new List<(int Events, Instant Due)> { (1, one.Clock(Complaint.Plan)!.DueAt) };
        for (var step = 0; step < 6 && one.RunningClock is { } clock; step++)
        {
            now += Duration.FromMinutes(random.Next(0, 2000));
            Happen(one, random, now);
            stored.Add((clock.Events.Count, clock.DueAt));
        }

        var events = one.Clock(Complaint.Plan)!.Events;
        Assert.All(stored, then => Assert.Equal(then.Due, Read([.. events.Take(then.Events)]).DueAt));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void The_order_in_which_events_are_told_does_not_matter(int seed)
    {
        var random = new Random(seed);
        var (one, now) = (Cases.File(Start(random)), Start(new Random(seed)));
        one.Claim(Supervisor, now);
        // Often at the very same instant: two hands at once.
        for (var step = 0; step < 6 && one.RunningClock is not null; step++) Happen(one, random, now += Duration.FromMinutes(random.Next(0, 3) * 500));
        var events = one.Clock(Complaint.Plan)!.Events.ToArray();
        var reading = Read(events);

        for (var shuffle = 0; shuffle < 5; shuffle++)
        {
            random.Shuffle(events);
            var again = Read(events);
            Assert.Equal((reading.DueAt, reading.MetAt, reading.Kept(now)), (again.DueAt, again.MetAt, again.Kept(now)));
            Assert.Equal(reading.Warnings, again.Warnings);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void An_end_is_always_a_closing_after_its_start_and_the_warnings_lie_between(int seed)
    {
        var start = Start(new Random(seed));
        var reading = Cases.File(start).Clock(Complaint.Plan)!.Read(Cases.Terms);

        Assert.True(start < reading.Warnings[0] && reading.Warnings[0] < reading.Warnings[1] && reading.Warnings[1] < reading.DueAt);
        Assert.Equal(reading.DueAt, Cases.Terms.Calendar.ClosingOf(Cases.Terms.Calendar.DateOf(reading.DueAt)));
        Assert.Equal(4, Cases.Terms.Calendar.WorkingDaysBetween(Cases.Terms.Calendar.DateOf(start).PlusDays(1), Cases.Terms.Calendar.DateOf(reading.DueAt).PlusDays(1)));
    }

    [Fact]
    [Trait("Category", "Campaign")]
    public void One_reckoning_with_all_the_holidays_known_takes_less_than_a_tenth_of_a_millisecond()
    {
        var clock = Cases.File("2026-02-11 09:00").Clock(Complaint.Plan)!;
        const int times = 20_000;
        for (var i = 0; i < times; i++) clock.Read(Cases.Terms);
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            for (var i = 0; i < times; i++) clock.Read(Cases.Terms);
            if (watch.Elapsed < best) best = watch.Elapsed;
        }
        Assert.True(best.TotalMicroseconds / times <= 100, $"{best.TotalMicroseconds / times:0.0} µs");
    }

    private static ClockReading Read(IReadOnlyList<ClockEvent> events) => ClockReading.Of(events, Rule, Books.Edition.Clocks.Warnings, Books.Edition.Calendar);

    private static Instant Start(Random random) => Shanghai.At("2025-09-01 00:00") + Duration.FromMinutes(random.Next(0, 600 * 24 * 60));

    private static void Happen(Complaint one, Random random, Instant now)
    {
        var clock = one.RunningClock!;
        switch (random.Next(5))
        {
            case 0 or 1 or 2:
                var approval = Guid.CreateVersion7();
                var later = Books.Edition.Calendar.ClosingOf(Books.Edition.Calendar.WorkingDayAfter(Books.Edition.Calendar.DateOf(clock.DueAt), random.Next(1, 6)));
                one.AskForExtension(Guid.CreateVersion7(), approval, later, "等检测", Supervisor, now);
                one.SettleExtension(approval, granted: true, Cases.Terms, Supervisor, now);
                break;
            case 3:
                one.Sweep(Cases.Terms, now);
                break;
            default:
                one.JudgeNotFounded("说明", Cases.Terms, Supervisor, now);
                break;
        }
    }
}
