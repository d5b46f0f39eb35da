using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Compensation;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Compensation;

/// <summary>Whatever happens in whatever order, recorded whenever, with runs missed, repeated and on several processes: the ledger is what the final facts say.</summary>
public sealed class LedgerPropertyTests
{
    private static readonly LocalDate Begin = new(2026, 3, 1);
    private const int Days = 45;

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5), InlineData(6)]
    public async Task The_ledger_s_sum_is_the_count_from_the_final_facts_and_no_date_earns_twice(int seed)
    {
        var random = new Random(seed);
        await using var world = await LateWorld.Begin("2026-03-01 00:30");
        var south = await world.Dealer("D002", "south");
        var agent = await world.Person(Role.AfterSalesAgent);
        var stories = Enumerable.Range(0, 12).Select(i => new Story(random, i)).ToList();
        var spans = Enumerable.Range(0, 5).Select(_ => new Snow(random)).ToList();

        var deeds = stories.SelectMany(story => story.Deeds(world, south, agent)).Concat(spans.Select(span => span.Deed(world, stories)))
            .Concat(Enumerable.Range(0, random.Next(3, 60)).Select(_ => Run(world, random)))
            .OrderBy(deed => deed.At).ToList();
        foreach (var (at, act) in deeds)
        {
            if (at > world.Portal.Clock.Now) world.Portal.Clock.Now = at;
            await act();
        }
        await world.Earn(At(Begin.PlusDays(Days), 0, 5));

        foreach (var story in stories)
        {
            var expected = story.Count(spans, Begin.PlusDays(Days));
            Assert.Equal(expected, await world.Dates(story.Id));
            Assert.Equal(expected.Length * 50, await world.Yuan(story.Id));
        }
    }

    private static (Instant At, Func<Task> Act) Run(LateWorld world, Random random)
    {
        var at = Begin.At(new LocalTime(random.Next(24), random.Next(60))).InZoneStrictly(Shanghai.Zone).ToInstant() + Duration.FromDays(random.Next(Days));
        return (at, async () =>
        {
            if (random.Next(4) > 0) { await world.Earn(); return; }
            // Another process, or the same one after a restart, and both at once.
            await using var peer = world.Portal.Peer();
            await Task.WhenAll(world.Earn(), peer.The<EarnLateDays>().RunAsOf(world.Portal.Clock.Now, default));
        }
        );
    }

    private static string At(LocalDate date, int hour, int minute) => $"{date:uuuu-MM-dd} {hour:00}:{minute:00}";

    private sealed record Snow(LocalDate First, LocalDate Last, int Scope, int Order, int RecordedAfter)
    {
        public Snow(Random random) : this(Begin.PlusDays(random.Next(8, 40)), random.Next(4), random.Next(3), random.Next(12), random.Next(-4, 12)) { }

        private Snow(LocalDate first, int length, int scope, int order, int after) : this(first, first.PlusDays(length), scope, order, after) { }

        public (Instant At, Func<Task> Act) Deed(LateWorld world, List<Story> stories) =>
            (Begin.PlusDays(Math.Clamp(Period.DaysBetween(Begin, First) + RecordedAfter, 13, Days - 1)).At(new(13, 7)).InZoneStrictly(Shanghai.Zone).ToInstant(),
                () => world.Excused($"{First:uuuu-MM-dd}", $"{Last:uuuu-MM-dd}", order: Scope == 0 ? stories[Order].Id : null, region: Scope == 1 ? "south" : null, carrier: Scope == 2 ? "安运物流" : null));

        public bool Excuses(Story story, LocalDate date) =>
            First <= date && date <= Last && (Scope == 0 ? story.Index == Order : Scope == 1 ? story.IsSouth : story.Parcels.Count > 0);
    }

    private sealed class Story
    {
        private static readonly (string Family, string? Colour, int Days, bool Earns)[] Kinds =
            [("window-guard", "原色", 7, true), ("window-guard", "咖啡", 12, true), ("gate", null, 15, true), ("home", "深空灰", 3, false), ("tool", null, 3, false)];

        private readonly LocalDateTime confirmed;
        private readonly List<(string Family, string? Colour, int Days, bool Earns, int Quantity)> lines = [];
        private readonly List<(LocalDateTime At, string? Cause)> causes = [];

        public Story(Random random, int index)
        {
            (Index, IsSouth) = (index, index % 3 == 0);
            confirmed = Begin.PlusDays(random.Next(12)).At(random.Next(3) switch { 0 => new(11, 59), 1 => new(12, 0), _ => new(random.Next(1, 23), 30) });
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                var (family, colour, days, earns) = Kinds[random.Next(Kinds.Length)];
                lines.Add((family, colour, days, earns, random.Next(1, 6)));
            }
            foreach (var (line, number) in lines.Select((line, i) => (line, i + 1)))
                for (var left = line.Quantity; left > 0 && random.Next(5) > 0;)
                {
                    var quantity = random.Next(1, left + 1);
                    left -= quantity;
                    // Some of them exactly at midnight, and some of them recorded days later.
                    var shipped = confirmed.Date.PlusDays(random.Next(1, 26)).At(random.Next(4) == 0 ? LocalTime.Midnight : new LocalTime(random.Next(24), random.Next(60)));
                    Parcels.Add((number, quantity, shipped, shipped.PlusHours(random.Next(3) == 0 ? random.Next(110) : 1)));
                }
            for (var i = random.Next(3); i > 0; i--)
                causes.Add((confirmed.Date.PlusDays(random.Next(8, 30)).At(new(10, 0)), new[] { "production", "oem", "dealer", "logistics", "other" }[random.Next(5)]));
            causes.Sort((one, other) => one.At.CompareTo(other.At));
        }

        public Guid Id { get; private set; }

        public bool IsSouth { get; }

        public List<(int Line, int Quantity, LocalDateTime Shipped, LocalDateTime Recorded)> Parcels { get; } = [];

        public int Index { get; }

        public IEnumerable<(Instant At, Func<Task> Act)> Deeds(LateWorld world, Guid south, Actor agent)
        {
            yield return (Of(confirmed), async () => Id = await world.Confirmed(IsSouth ? south : world.DealerId, $"{confirmed:uuuu-MM-dd HH:mm}", [.. lines.Select(line => (line.Family, line.Colour, (decimal)line.Quantity))]));
            foreach (var parcel in Parcels) yield return (Of(parcel.Recorded), () => world.Shipped(Id, $"{parcel.Shipped:uuuu-MM-dd HH:mm}", (parcel.Line, parcel.Quantity)));
            foreach (var (at, cause) in causes) yield return (Of(at), async () => Assert.Null((await world.Portal.The<DecideCause>().Run(new(Id, cause!, null, "重新认定"), agent, default)).Refusal));
        }

        /// <summary>The dates counted one by one, in the plainest words of the regulation.</summary>
        public string[] Count(List<Snow> spans, LocalDate end)
        {
            if (causes.Count > 0 && causes[^1].Cause is "dealer" or "logistics" or "other") return [];
            var first = confirmed.Hour < 12 ? confirmed.Date : confirmed.Date.PlusDays(1);
            return [.. from date in Enumerable.Range(0, 60).Select(first.PlusDays)
                       where date <= end && !spans.Any(span => span.Excuses(this, date))
                       where lines.Select((line, i) => (line, Number: i + 1)).Any(one => one.line.Earns && date > first.PlusDays(one.line.Days - 1)
                           && Parcels.Where(parcel => parcel.Line == one.Number && parcel.Shipped < date.AtMidnight()).Sum(parcel => parcel.Quantity) < one.line.Quantity)
                       select date.ToString("MM-dd", null)];
        }

        private static Instant Of(LocalDateTime local) => local.InZoneStrictly(Shanghai.Zone).ToInstant();
    }
}
