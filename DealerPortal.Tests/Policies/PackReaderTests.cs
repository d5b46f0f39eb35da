using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using NodaTime;

namespace DealerPortal.Tests.Policies;

public sealed class PackReaderTests
{
    [Fact]
    public void An_unquoted_14_00_is_fourteen_hundred_and_no_number_of_minutes()
    {
        var edition = PackReader.Read(Books.Small()).Single();

        Assert.Equal(new LocalTime(14, 0), edition.AcceptanceWindows.Late.From);
    }

    [Fact]
    public void A_quoted_value_reads_like_an_unquoted_one() =>
        Assert.Equal(new LocalTime(8, 0), PackReader.Read(Books.Small("acceptance.yaml", "next-day-at: 08:00", "next-day-at: \"08:00\"")).Single().AcceptanceWindows.Late.CountsFrom);

    [Fact]
    public void A_day_may_be_open_until_24_00() =>
        Assert.Equal("08:00-12:00, 13:30-24:00", PackReader.Read(Books.Small()).Single().Find<BusinessCalendar>()!.Week.Single().Open.ToString());

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_is_said_with_its_place_and_what_is_allowed(string file, string old, string @new, string problem) =>
        Assert.Equal(problem.Split('|').Select(one => $"small/2026-01/{file}, {one}"), Books.Problems(Books.Small(file, old, @new)));

    [Fact]
    public void All_problems_of_all_files_are_told_at_once_in_reading_order()
    {
        var files = Books.Small("acceptance.yaml", "within: 4 hours", "within: 0 hours");
        files["small/2026-01/acceptance.yaml"] = files["small/2026-01/acceptance.yaml"].Replace("from: 14:00", "from: 14.00", StringComparison.Ordinal);
        files["small/2026-01/calendar.yaml"] = files["small/2026-01/calendar.yaml"].Replace("zone:", "zones:", StringComparison.Ordinal);

        Assert.Equal(
            [
                "small/2026-01/acceptance.yaml, line 5, column 15: '14.00' stands where a time of day such as 14:00 is wanted.",
                "small/2026-01/acceptance.yaml, line 9, column 53: '0 hours' stands where a time such as 4 hours, same day or 2 days, more than zero is wanted.",
                "small/2026-01/calendar.yaml, line 1, column 1: the key 'zone' is missing. Allowed here: kind, clause, title, applies, zone, week, breaks, special-hours, holidays, house-rule, examples.",
                "small/2026-01/calendar.yaml, line 5, column 1: unknown key 'zones'. Allowed here: kind, clause, title, applies, zone, week, breaks, special-hours, holidays, house-rule, examples.",
            ],
            Books.Problems(files));
    }

    [Fact]
    public void The_fault_lists_every_problem_in_its_message()
    {
        var fault = Assert.Throws<PackException>(() => PackReader.Read(Books.Small("pack.yaml", "measure: sets", "measure: pairs")));

        Assert.StartsWith("The policy packs cannot be read; 1 to put right:\n  small/2026-01/pack.yaml, line 7, column 43: 'pairs' stands", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a: [1, 2", "small/2026-01/acceptance.yaml, line")]
    [InlineData("", "small/2026-01/acceptance.yaml: the file is empty.")]
    [InlineData("- a\n- b\n", "small/2026-01/acceptance.yaml, line 1, column 1: a list stands where a group of keys is wanted.")]
    [InlineData("kind: acceptance-windows\n---\nkind: x\n", "small/2026-01/acceptance.yaml, line 2, column 1: a second document begins here; a pack file is one document.")]
    public void A_file_that_is_no_clause_at_all_is_said_to_be_none(string text, string problem)
    {
        var files = Books.Small();
        files["small/2026-01/acceptance.yaml"] = text;

        Assert.Contains(Books.Problems(files), said => said.StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Deep_nesting_is_refused_and_does_not_run_the_stack_out()
    {
        var files = Books.Small();
        files["small/2026-01/acceptance.yaml"] = new string('[', 100_000);

        Assert.Contains("nested too deeply", Assert.Single(Books.Problems(files)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_out_of_place_is_refused()
    {
        var files = Books.Small();
        files["small/readme.yaml"] = "a: b";
        files["small/2026-01/late-delivery.yaml"] = "a: b";
        files["small/2026-01/acceptance.yml"] = "a: b";

        Assert.Equal(
            [
                "small/2026-01/acceptance.yml: a pack's file lies at pack/edition/name.yaml.",
                "small/2026-01/late-delivery.yaml: the file is not named under 'clauses' in pack.yaml.",
                "small/readme.yaml: a pack's file lies at pack/edition/name.yaml.",
            ],
            Books.Problems(files));
    }

    [Theory]
    [InlineData("pack.yaml", "small/2026-01/pack.yaml: the file is missing; every edition has a cover.")]
    [InlineData("calendar.yaml", "small/2026-01/pack.yaml, line 1, column 1: 'calendar' stands under 'clauses', but there is no calendar.yaml.")]
    public void A_missing_file_is_named(string file, string problem)
    {
        var files = Books.Small();
        files.Remove("small/2026-01/" + file);

        Assert.Equal([problem], Books.Problems(files));
    }

    [Theory]
    [InlineData("holidays/cn.yaml", "year: 2026", "holidays/cn.yaml: a year of holidays is named country-year.yaml, such as cn-2026.yaml.")]
    [InlineData("holidays/cn-2026.yaml", "year: 2025\nsources: []\ndays: [{ date: 2026-01-01, name: 元旦, is: off }]", "holidays/cn-2026.yaml, line 1, column 7: the file is named for 2026.")]
    [InlineData("holidays/cn-2026.yaml", "year: 2026\nsources: []\ndays: [{ date: 2026-01-01, name: 元旦, is: no }]", "holidays/cn-2026.yaml, line 3, column 42: 'no' stands where one of these is wanted: off, make-up.")]
    [InlineData("holidays/cn-2026.yaml", "year: 2026\nsources: []\ndays: [{ date: 2026-13-01, name: 元旦, is: off }]", "holidays/cn-2026.yaml, line 3, column 16: '2026-13-01' stands where a date such as 2026-03-02 is wanted.")]
    public void A_year_of_holidays_is_read_as_strictly(string path, string text, string problem)
    {
        var files = Books.Small();
        files[path] = text;

        Assert.Equal([problem], Books.Problems(files));
    }

    [Fact]
    public void The_shipped_holidays_are_known_to_the_shipped_calendar()
    {
        var calendar = Books.Edition.Calendar;

        Assert.True(calendar.IsWorkingDay(new(2018, 12, 29)));
        Assert.True(calendar.IsWorkingDay(new(2026, 2, 28)));
        Assert.False(calendar.IsWorkingDay(new(2026, 2, 16)));
        Assert.True(calendar.IsProvisional(new(2027, 3, 1)));
    }

    public static TheoryData<string, string, string, string> Wrong() => new()
    {
        { "acceptance.yaml", "from: 14:00", "from: 840", "line 5, column 15: '840' stands where a time of day such as 14:00 is wanted." },
        { "acceptance.yaml", "from: 14:00", "from: 24:00", "line 5, column 15: '24:00' stands where a time of day such as 14:00 is wanted." },
        { "acceptance.yaml", "at-most: 7 days", "at-most: 0 days", "line 7, column 25: '0 days' stands where a number of days such as 7 days is wanted." },
        { "acceptance.yaml", "at-most: 7 days", "at-most: -1 days", "line 7, column 25: '-1 days' stands where a number of days such as 7 days is wanted." },
        { "acceptance.yaml", "within: 4 hours", "within: -4 hours", "line 9, column 53: '-4 hours' stands where a time such as 4 hours, same day or 2 days, more than zero is wanted." },
        { "acceptance.yaml", "within: 4 hours", "whithin: 4 hours", Row("line 9, column 5: the key 'within' is missing.") + "|" + Row("line 9, column 45: unknown key 'whithin'.") },
        { "acceptance.yaml", "within: 2 days", "within: 2 weeks", "line 11, column 33: '2 weeks' stands where a time such as 4 hours, same day or 2 days, more than zero is wanted." },
        { "acceptance.yaml", "within: 2 days", "within: [2 days]", "line 11, column 33: a list stands where a time such as 4 hours, same day or 2 days, more than zero is wanted." },
        { "acceptance.yaml", "below: 10", "below: ten", "line 9, column 39: 'ten' stands where a quantity such as 10 or 89.5 is wanted." },
        { "acceptance.yaml", "below: 10", "below: 1e1", "line 9, column 39: '1e1' stands where a quantity such as 10 or 89.5 is wanted." },
        { "acceptance.yaml", "below: 10", "below: -10", "line 9, column 39: '-10' stands where a quantity such as 10 or 89.5 is wanted." },
        { "acceptance.yaml", "families: [glue]", "families: [glu]", "line 11, column 18: 'glu' stands where one of these is wanted: box, glue." },
        { "acceptance.yaml", "families: [glue]", "families: glue", "line 11, column 17: 'glue' stands where a list is wanted." },
        { "acceptance.yaml", "kind: acceptance-windows", "kind: acceptance", "line 3, column 7: 'acceptance' stands where one of these is wanted: business-calendar, acceptance-windows, evidence-needs, working-day-clocks, promised-dates, late-delivery-pay, approval-chains, problem-catalogue, staff-conduct, call-scripts, callback-cadences, callback-survey." },
        { "acceptance.yaml", "clause: 二", "clause:", "line 1, column 8: nothing stands where a text is wanted." },
        { "acceptance.yaml", "en: Acceptance", "fr: Réception", "line 2, column 8: the key 'en' is missing. Allowed here: zh, en.|line 2, column 18: unknown key 'fr'. Allowed here: zh, en." },
        { "acceptance.yaml", "applies: { from: 2026-01-01 }", "applies: { from: 1 January }", "line 4, column 18: '1 January' stands where a date such as 2026-03-02 is wanted." },
        { "acceptance.yaml", "applies: { from: 2026-01-01 }", "applies: { from: 2026-02-30 }", "line 4, column 18: '2026-02-30' stands where a date such as 2026-03-02 is wanted." },
        { "acceptance.yaml", "applies: { from: 2026-01-01 }", "applies: { from: 2026-01-02 }", "line 4, column 10: the clause begins after its edition, which applies from 2026-01-01." },
        { "acceptance.yaml", "silence: { means: accepted", "silence: { means: rejected", "line 6, column 19: 'rejected' stands where one of these is wanted: accepted." },
        { "acceptance.yaml", "kind: acceptance-windows", "kind: acceptance-windows\nkind: evidence-needs", "line 4, column 1: the key 'kind' stands here twice; the first is in line 3." },
        { "acceptance.yaml", "at-most: 7 days", "at-most: &week 7 days", "line 7, column 25: anchors (&) and tags (!) are not read in packs; write the value out." },
        { "acceptance.yaml", "at-most: 7 days", "at-most: !!str 7 days", "line 7, column 25: anchors (&) and tags (!) are not read in packs; write the value out." },
        { "acceptance.yaml", "ends: 2026-03-02 13:00", "ends: 13:00", "line 13, column 50: '13:00' stands where a deadline such as 2026-03-02 13:10 or end of 2026-03-02 is wanted." },
        { "acceptance.yaml", "box: 8, ", "", "line 13, column 5: an example has one family with its quantity." },
        { "acceptance.yaml", "box: 8, ", "box: 8, glue: 1, ", "line 13, column 5: an example has one family with its quantity." },
        { "acceptance.yaml", "box: 8, ", "box: 0, ", "line 13, column 41: a quantity is more than zero." },
        { "acceptance.yaml", "examples:\n  - { picked-up: 2026-03-02 09:00, box: 8, ends: 2026-03-02 13:00 }", "examples: []", "line 12, column 11: at least one example is wanted: a clause proves itself." },
        { "acceptance.yaml", "ends: 2026-03-02 13:00", "ends: end of 2026-03-02", "line 13, column 5: the example does not hold: it expects end of 2026-03-02, the rule says 2026-03-02 13:00." },
        { "acceptance.yaml", "box: 8, ", "box: 10, ", "line 13, column 5: the example does not hold: it expects 2026-03-02 13:00, the rule says end of 2026-03-02." },
        { "calendar.yaml", "zone: Asia/Shanghai", "zone: Beijing", "line 5, column 7: 'Beijing' stands where a time zone such as Asia/Shanghai is wanted." },
        { "calendar.yaml", "[monday, tuesday]", "[monday, tues]", "line 7, column 22: 'tues' stands where one of these is wanted: monday, tuesday, wednesday, thursday, friday, saturday, sunday." },
        { "calendar.yaml", "[monday, tuesday]", "[monday, monday]", "line 7, column 3: 'monday' stands here twice." },
        { "calendar.yaml", "08:00-12:00", "8:00-12:00", "line 7, column 39: '8:00-12:00' stands where opening hours such as 08:00-12:00, up to 24:00 is wanted." },
        { "calendar.yaml", "08:00-12:00", "12:00-08:00", "line 7, column 39: '12:00-08:00' stands where opening hours such as 08:00-12:00, up to 24:00 is wanted." },
        { "calendar.yaml", "08:00-12:00", "08:00-14:00", "line 7, column 38: these opening hours overlap." },
        { "calendar.yaml", "working-day: yes", "working-day: no", "line 9, column 5: the example does not hold: it expects policies.no, the rule says policies.yes." },
        { "calendar.yaml", "working-day: yes", "working-day: true", "line 9, column 38: 'true' stands where one of these is wanted: yes, no." },
        { "calendar.yaml", "working-day: yes", "working-days-later: 1 day, is: 2026-03-04", "line 9, column 5: the example does not hold: it expects 2026-03-04, the rule says 2026-03-03." },
        { "calendar.yaml", "kind: business-calendar", "kind: business-calendar\nholidays: cn", "line 4, column 11: 'cn' stands where one of these is wanted: none is there." },
        { "pack.yaml", "pack: small", "pack: large", "line 1, column 7: 'large' stands in the folder 'small'; both have one name." },
        { "pack.yaml", "edition: 2026-01", "edition: 2026-02", "line 2, column 10: '2026-02' stands in the folder '2026-01'; both have one name." },
        { "pack.yaml", "code: glue", "code: Glue", "line 8, column 13: 'Glue' stands where a code of small letters, digits and hyphens, such as window-guard is wanted." },
        { "pack.yaml", "code: glue", "code: box", "line 7, column 3: 'box' stands here twice." },
        { "pack.yaml", "measure: none", "measure: None", "line 8, column 45: 'None' stands where one of these is wanted: none, sets, pieces, metres." },
    };

    private static string Row(string problem)
    {
        const string allowed = "Allowed here: clause, families, sets, pieces, metres, within, house-rule.";
        return $"{problem} {allowed}";
    }
}
