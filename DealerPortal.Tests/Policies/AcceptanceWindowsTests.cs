using DealerPortal.Domain;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Tests.Support;
using NodaTime;

namespace DealerPortal.Tests.Policies;

public sealed class AcceptanceWindowsTests
{
    private static readonly AcceptanceWindows Windows = Books.Edition.AcceptanceWindows;

    [Theory]
    [InlineData("03-02 09:10", "window-guard", 8, "03-02 13:10")]
    [InlineData("03-02 13:59", "window-guard", 8, "03-02 17:59")]
    [InlineData("03-02 14:00", "window-guard", 8, "03-03 12:00")]
    [InlineData("03-02 09:10", "window-guard", 10, "end of 03-02")]
    [InlineData("03-06 15:00", "gate", 6, "end of 03-07")]
    [InlineData("03-02 10:00", "gate", 12, "end of 03-04")]
    [InlineData("03-02 16:00", "gate", 12, "end of 03-05")]
    [InlineData("03-02 09:00", "color-tube", 89.5, "03-02 13:00")]
    [InlineData("03-02 09:00", "color-tube", 90, "end of 03-02")]
    public void The_worked_examples_of_the_regulation_hold(string pickedUp, string family, double quantity, string ends) =>
        Assert.Equal(Deadline(ends), Ends(family, (decimal)quantity, Shanghai.At(pickedUp)));

    [Theory]
    [InlineData("window-guard", 9.999, 10)]
    [InlineData("railing", 9.999, 10)]
    [InlineData("sample", 9.999, 10)]
    [InlineData("stair-rail", 9.999, 10)]
    [InlineData("home", 9.999, 10)]
    [InlineData("color-tube", 89.999, 90)]
    [InlineData("tube", 89.999, 90)]
    public void One_step_below_the_boundary_has_four_hours_and_the_boundary_itself_has_the_day(string family, double below, double from)
    {
        Assert.Equal(Shanghai.At("03-02 13:00"), Ends(family, (decimal)below, Shanghai.At("03-02 09:00")));
        Assert.Equal(Shanghai.EndOf("03-02"), Ends(family, (decimal)from, Shanghai.At("03-02 09:00")));
    }

    [Fact]
    public void One_step_below_ten_gates_have_the_day_and_ten_have_two_days()
    {
        Assert.Equal(Shanghai.EndOf("03-02"), Ends("gate", 9.999m, Shanghai.At("03-02 09:00")));
        Assert.Equal(Shanghai.EndOf("03-04"), Ends("gate", 10, Shanghai.At("03-02 09:00")));
    }

    [Theory]
    [InlineData("material")]
    [InlineData("workwear")]
    [InlineData("tool")]
    public void What_has_no_measure_has_four_hours_whatever_its_quantity(string family)
    {
        Assert.Equal(Shanghai.At("03-02 13:00"), Ends(family, 0.001m, Shanghai.At("03-02 09:00")));
        Assert.Equal(Shanghai.At("03-02 13:00"), Ends(family, 1_000_000, Shanghai.At("03-02 09:00")));
    }

    [Fact]
    public void One_tick_before_14_00_counts_from_then_and_14_00_itself_from_the_next_opening()
    {
        var late = Shanghai.At("03-02 14:00");

        Assert.Equal(late - Duration.Epsilon, For("window-guard", 8, late - Duration.Epsilon).Value.Starts);
        Assert.Equal(Shanghai.At("03-03 08:00"), For("window-guard", 8, late).Value.Starts);
    }

    [Fact]
    public void The_next_day_is_the_next_calendar_day_also_before_a_holiday() =>
        Assert.Equal(Shanghai.At("02-15 12:00"), Ends("material", 1, Shanghai.At("02-14 14:00")));

    [Fact]
    public void Half_time_and_the_last_quarter_are_counted_from_the_effective_start()
    {
        var window = For("window-guard", 8, Shanghai.At("03-02 15:00")).Value;

        Assert.Equal(Shanghai.At("03-03 10:00"), window.HalfTime);
        Assert.Equal(Shanghai.At("03-03 11:00"), window.LastQuarter);
    }

    [Fact]
    public void A_ruling_says_its_clause_and_how_it_was_reached()
    {
        var ruling = For("window-guard", 8, Shanghai.At("03-02 14:20"));

        Assert.Equal(new Clause(Books.Pack, "2026-01", "三(三)2 一"), ruling.Clause);
        Assert.Equal(
            [
                "window.counts-from-next-opening i:2026-03-02T06:20:00Z t:14:00:00 i:2026-03-03T00:00:00Z c:doors-and-windows/2026-01#三(三)2 备注1",
                "window.quantity-below w:family.window-guard n:8 w:measure.sets n:10",
                "window.plus-hours n:4 i:2026-03-03T04:00:00Z",
                "window.silence-accepted c:doors-and-windows/2026-01#三(三)2 备注2",
            ],
            ruling.Steps.Select(step => $"{step.Code} {string.Join(' ', step.Facts)}"));
    }

    [Theory]
    [InlineData("stair-rail", 8, "03-02 09:00", true)]
    [InlineData("tube", 200, "03-02 09:00", true)]
    [InlineData("gate", 6, "03-02 09:00", false)]
    [InlineData("gate", 6, "03-02 15:00", false)]
    [InlineData("home", 6, "03-02 15:00", true)]
    public void A_house_rule_is_marked_where_it_decides_the_end(string family, int quantity, string pickedUp, bool isHouseRule) =>
        Assert.Equal(isHouseRule, For(family, quantity, Shanghai.At(pickedUp)).IsHouseRule);

    [Fact]
    public void Silence_is_acceptance_and_a_pick_up_may_be_recorded_seven_days_back()
    {
        Assert.Equal(("三(三)2 备注2", "三(三)2 备注3"), (Windows.Silence.Clause.Number, Windows.Silence.Afterwards.Number));
        Assert.Equal((Duration.FromDays(7), true), (Windows.RecordBackAtMost.Value, Windows.RecordBackAtMost.IsHouseRule));
    }

    [Fact]
    public void No_quantity_and_an_unknown_family_are_faults_that_name_what_is_known()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => For("gate", 0, Shanghai.At("03-02 09:00")));
        Assert.Contains("window-guard, railing", Assert.Throws<ArgumentException>(() => For("door", 1, Shanghai.At("03-02 09:00"))).Message, StringComparison.Ordinal);
    }

    private static Ruling<Window> For(string family, decimal quantity, Instant pickedUp) => Windows.For(family, quantity, pickedUp, Books.Edition.Calendar);

    private static Instant Ends(string family, decimal quantity, Instant pickedUp) => For(family, quantity, pickedUp).Value.Ends;

    private static Instant Deadline(string text) => text.StartsWith("end of ", StringComparison.Ordinal) ? Shanghai.EndOf(text[7..]) : Shanghai.At(text);
}
