using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Policies;

/// <summary>By when what ships, at the edges of noon, of the calendar, and of the limits above which another date may be agreed.</summary>
public sealed class PromisedDatesTests
{
    private static PromisedDates Rule => Books.Edition.PromisedDates;

    [Theory]
    [InlineData("2026-03-02 11:59:59.999", "2026-03-08")]
    [InlineData("2026-03-02 12:00:00", "2026-03-09")]
    [InlineData("2026-03-02 00:00", "2026-03-08")]
    [InlineData("2026-03-02 23:59:59.999", "2026-03-09")]
    public void Noon_itself_counts_for_the_next_day(string confirmed, string shipsBy) =>
        Assert.Equal(Date(shipsBy), Rule.For("window-guard", "原色", Shanghai.At(confirmed), Books.Edition.Calendar).Value);

    [Theory]
    [InlineData("window-guard", "本色", "2026-03-08")]
    [InlineData("window-guard", null, "2026-03-08")]
    [InlineData("window-guard", "墨绿", "2026-03-13")]
    [InlineData("gate", "原色", "2026-03-16")]
    [InlineData("gate", "古铜", "2026-03-16")]
    [InlineData("workwear", null, "2026-03-04")]
    [InlineData("stair-rail", null, "2026-03-04")]
    public void Each_family_and_colour_has_its_own_days(string family, string? colour, string shipsBy) =>
        Assert.Equal(Date(shipsBy), Rule.For(family, colour, Shanghai.At("2026-03-02 09:00"), Books.Edition.Calendar).Value);

    [Fact]
    public void The_twenty_ninth_of_February_is_a_day_like_any_other()
    {
        Assert.Equal(Date("2028-02-29"), Rule.For("gate", null, Shanghai.At("2028-02-15 09:00"), Books.Edition.Calendar).Value);
        Assert.Equal(Date("2027-03-01"), Rule.For("gate", null, Shanghai.At("2027-02-15 09:00"), Books.Edition.Calendar).Value);
    }

    [Fact]
    public void What_the_pack_fills_in_says_so()
    {
        Assert.True(Rule.For("railing", null, Shanghai.At("2026-03-02 09:00"), Books.Edition.Calendar).IsHouseRule);
        Assert.True(Rule.For("window-guard", null, Shanghai.At("2026-03-02 09:00"), Books.Edition.Calendar).IsHouseRule);
        Assert.False(Rule.For("window-guard", "原色", Shanghai.At("2026-03-02 09:00"), Books.Edition.Calendar).IsHouseRule);
    }

    [Theory]
    [InlineData("window-guard", 40, 150.0, false)]
    [InlineData("window-guard", 1, 150.001, true)]
    [InlineData("gate", 5, null, false)]
    [InlineData("gate", 6, null, true)]
    [InlineData("home", 500, 900.0, false)]
    public void An_order_is_large_only_above_its_limit(string family, int quantity, double? area, bool isLarge) =>
        Assert.Equal(isLarge, Rule.Exceeded([new(family, quantity, (decimal?)area)]).Count > 0);

    [Fact]
    public void Lines_of_one_order_count_together()
    {
        Assert.Single(Rule.Exceeded([new("gate", 3, null), new("gate", 3, null)]));
        Assert.Single(Rule.Exceeded([new("window-guard", 1, 100), new("window-guard", 1, 60), new("gate", 5, null)]));
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
