using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Time;

namespace DealerPortal.Tests.Policies;

public sealed class HolidayYearReadingTests
{
    private const string Day = "{ date: 2027-01-01, name: 元旦, is: off }";

    [Fact]
    public void A_file_reads_into_its_year_with_days_of_the_december_before()
    {
        var year = PackReader.ReadHolidays("cn-2027.yaml", """
            year: 2027
            sources: [https://example.org/notice]
            days:
              - { date: 2026-12-31, name: 元旦, is: off }
              - { date: 2027-01-02, name: 元旦, is: make-up }
            """);
        Assert.Equal((2027, false), (year.Year, year.IsProvisional));
        Assert.Equal("https://example.org/notice", Assert.Single(year.Sources));
        Assert.Equal(new HolidayDay[] { new(new(2026, 12, 31), "元旦", true), new(new(2027, 1, 2), "元旦", false) }, year.Days);
    }

    [Fact]
    public void All_problems_are_told_at_once_with_their_lines()
    {
        var problems = Problems("""
            year: 27
            source: x
            days:
              - { date: 2027-1-1, name: 元旦, is: off }
              - { date: 2027-01-02, name: 元旦, is: worked }
              - { date: 2027-01-03, nam: 元旦, is: off }
              - 2027-01-04
            """);
        Assert.Superset(new HashSet<int> { 1, 2, 4, 5, 6, 7 }, problems.Select(problem => problem.Place.Line).ToHashSet());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2027")]
    [InlineData("year: 2027")]
    [InlineData("year: 2027\nsources: []\ndays:")]
    [InlineData("year: 2027\nsources: []\ndays: []")]
    [InlineData("year: [2027]\nsources: []\ndays:\n  - " + Day)]
    [InlineData("year: 2027\nyear: 2027\nsources: []\ndays:\n  - " + Day)]
    [InlineData("year: 2027\nsources: []\ndays:\n  - { date: 2027-01-01")]
    [InlineData("year: 2027\nsources: []\ndays:\n  - { date: 2025-12-31, name: 元旦, is: off }")]
    [InlineData("year: 2027\nsources: []\ndays:\n  - { date: 2026-11-30, name: 元旦, is: off }")]
    [InlineData("year: 2027\nsources: []\ndays:\n  - { date: 2028-01-01, name: 元旦, is: off }")]
    [InlineData("year: 2027\nsources: []\ndays:\n  - { date: 2027-02-29, name: 元旦, is: off }")]
    [InlineData("year: 2027\nsources: []\ndays:\n  - { date: 2027-01-01, name: '', is: off }")]
    [InlineData("year: 2027\nsources: []\ndays:\n  - " + Day + "\n  - " + Day)]
    [InlineData("year: 2027\nsources: []\ndays:\n  - " + Day + "\n---\nyear: 2028")]
    public void What_is_no_published_year_is_refused(string text) => Assert.NotEmpty(Problems(text));

    private static IReadOnlyList<PackProblem> Problems(string text) =>
        Assert.Throws<PackException>(() => PackReader.ReadHolidays("cn-2027.yaml", text)).Problems;
}
