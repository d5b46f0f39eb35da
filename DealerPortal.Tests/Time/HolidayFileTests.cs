using DealerPortal.Domain.Time;
using static DealerPortal.Tests.Time.Calendars;

namespace DealerPortal.Tests.Time;

public sealed class HolidayFileTests
{
    [Fact]
    public void A_file_reads_into_its_year()
    {
        var (year, problems) = HolidayFile.Read("""
            year: 2027
            sources: [https://example.org/notice]
            days:
              - { date: 2026-12-31, name: 元旦, is: off }
              - { date: 2027-01-02, name: 元旦, is: make-up }
            """);
        Assert.Empty(problems);
        Assert.Equal(2027, year!.Year);
        Assert.Equal("https://example.org/notice", Assert.Single(year.Sources));
        Assert.Equal(new HolidayDay[] { new(Date("2026-12-31"), "元旦", true), new(Date("2027-01-02"), "元旦", false) }, year.Days);
        Assert.False(year.IsProvisional);
    }

    [Fact]
    public void All_problems_are_told_at_once_with_line_column_and_what_is_allowed()
    {
        var (year, problems) = HolidayFile.Read("""
            year: 27
            source: x
            days:
              - { date: 2027-1-1, name: 元旦, is: off }
              - { date: 2027-01-02, name: "", is: worked }
              - { date: 2027-01-03, nam: 元旦, is: off }
              - 2027-01-04
            """);
        Assert.Null(year);
        Assert.Equal(
            [
                "line 1, column 7: bad year '27'. Allowed here: a year such as 2026.",
                "line 2, column 1: unknown key 'source'. Allowed here: year, sources, days.",
                "line 4, column 13: bad date '2027-1-1'. Allowed here: a date such as 2026-01-01.",
                "line 5, column 31: no name ''. Allowed here: the name of the holiday.",
                "line 5, column 39: bad kind 'worked'. Allowed here: off, make-up.",
                "line 6, column 5: missing key 'name'. Allowed here: date, name, is.",
                "line 6, column 25: unknown key 'nam'. Allowed here: date, name, is.",
                "line 7, column 5: no mapping '2027-01-04'. Allowed here: the keys date, name, is.",
            ],
            problems.OrderBy(problem => (problem.Line, problem.Column)).Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("", "no-mapping")]
    [InlineData("2027", "no-mapping")]
    [InlineData("year: 2027", "missing-key")]
    [InlineData("year: 2027\ndays:", "no-list")]
    [InlineData("year: 2027\ndays: []", "no-list")]
    [InlineData("year: [2027]\ndays:\n  - { date: 2027-01-01, name: 元旦, is: off }", "no-text")]
    [InlineData("year: 2027\nyear: 2028\ndays:\n  - { date: 2027-01-01, name: 元旦, is: off }", "no-yaml")]
    [InlineData("year: 2027\ndays:\n  - { date: 2027-01-01", "no-yaml")]
    [InlineData("year: 2027\ndays:\n  - { date: 2025-12-31, name: 元旦, is: off }", "date-outside-year")]
    [InlineData("year: 2027\ndays:\n  - { date: 2026-11-30, name: 元旦, is: off }", "date-outside-year")]
    [InlineData("year: 2027\ndays:\n  - { date: 2028-01-01, name: 元旦, is: off }", "date-outside-year")]
    [InlineData("year: 2027\ndays:\n  - { date: 2027-02-29, name: 元旦, is: off }", "bad-date")]
    [InlineData("year: 2027\ndays:\n  - { date: 2027-01-01, name: 元旦, is: off }\n  - { date: 2027-01-01, name: 元旦, is: off }", "date-twice")]
    [InlineData("year: 2027\ndays:\n  - { date: 2027-01-01, name: 元旦, is: yes }", "bad-kind")]
    [InlineData("year: 2027\ndays:\n  - { date: 2027-01-01, name: 元旦, is: off }\n---\nyear: 2028", "no-mapping")]
    public void What_is_no_published_year_is_refused(string text, string code)
    {
        var (year, problems) = HolidayFile.Read(text);
        Assert.Null(year);
        Assert.Contains(problems, problem => problem.Code == "holiday-file." + code);
        Assert.All(problems, problem => Assert.True(problem is { Line: > 0, Column: > 0 }));
    }
}
