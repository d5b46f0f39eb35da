using DealerPortal.Domain.Policies.Kinds;
using NodaTime;

namespace DealerPortal.Tests.Policies;

public sealed class CallbackCadencesTests
{
    private static readonly CallbackCadences Cadences = Books.Edition.Cadences;

    [Theory]
    [InlineData("gold", "2026-03-02", "2026-03-16")]
    [InlineData("gold", "2026-02-06", "2026-02-24")]
    [InlineData("middle", "2026-01-31", "2026-02-28")]
    [InlineData("middle", "2026-09-05", "2026-10-08")]
    public void A_callback_is_due_a_full_interval_later_and_on_a_working_day(string tier, string from, string due)
    {
        var ruling = Cadences.Due(tier, Date(from), begun: false, Books.Edition.Calendar)!;

        Assert.Equal(Date(due), ruling.Value);
        Assert.True(Books.Edition.Calendar.IsWorkingDay(ruling.Value));
    }

    [Fact]
    public void A_date_that_was_moved_says_so_and_is_marked_as_the_house_s_own_rule()
    {
        var moved = Cadences.Due("gold", Date("2026-02-06"), begun: true, Books.Edition.Calendar)!;
        var kept = Cadences.Due("gold", Date("2026-03-02"), begun: false, Books.Edition.Calendar)!;

        Assert.Equal(["callback.tier-began", "callback.every-weeks", "callback.shifted", "callback.due"], moved.Steps.Select(step => step.Code));
        Assert.Equal(["callback.reached-on", "callback.every-weeks", "callback.due"], kept.Steps.Select(step => step.Code));
        Assert.Equal((true, false), (moved.IsHouseRule, kept.IsHouseRule));
        Assert.Equal("附件1 1)", moved.Clause.Number);
    }

    [Fact]
    public void The_blacklist_is_never_due_and_an_unknown_tier_neither()
    {
        Assert.Null(Cadences.Due("blacklist", Date("2026-03-02"), begun: false, Books.Edition.Calendar));
        Assert.Null(Cadences.Due("platinum", Date("2026-03-02"), begun: false, Books.Edition.Calendar));
        Assert.Equal(["gold", "middle"], Cadences.Called);
    }

    [Fact]
    public void Who_is_in_no_tier_is_a_middle_dealer_and_the_pack_says_why()
    {
        Assert.Equal("middle", Cadences.Otherwise.Value.Code);
        Assert.NotNull(Cadences.Otherwise.HouseRule);
    }

    [Theory]
    [InlineData(40, 40, 100, true)]
    [InlineData(39, 40, 100, false)]
    [InlineData(97, 99, 98, false)]
    [InlineData(0, 0, 98, true)]
    public void A_target_is_met_exactly_and_nothing_is_rounded(int part, int whole, int perCent, bool isMet) => Assert.Equal(isMet, TierRule.IsMet(part, whole, perCent));

    [Fact]
    public void Four_and_five_are_satisfied_and_free_words_are_no_score()
    {
        var survey = Books.Edition.Survey;

        Assert.Equal([4, 5], survey.Scale.Where(survey.IsSatisfied));
        Assert.Contains(survey.Questions, question => !question.IsScored);
        Assert.False(survey.Takes(6));
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
