using DealerPortal.Domain.Time;

namespace DealerPortal.Domain.Policies.Reading;

/// <summary>Reads the years of public holidays, <c>holidays/cn-2026.yaml</c>.</summary>
internal static class HolidayReading
{
    public const string Folder = "holidays";

    /// <summary>One year, or null when something in its file is wrong.</summary>
    public static (string Country, HolidayYear Year)? Read(string file, string text, PackProblems problems)
    {
        var (country, year) = Path.GetFileNameWithoutExtension(file).Split('-') is [var code, var digits] ? (code, Forms.Whole(digits)) : ("", null);
        if (year is null)
        {
            problems.Add(new(file), "a year of holidays is named country-year.yaml, such as cn-2026.yaml.");
            return null;
        }

        HolidayYear? read = null;
        var isClean = problems.NoneIn(() =>
        {
            if (PackYaml.Read(file, text, problems) is { } root && PackMap.Open(root, problems) is { } map) read = Year(map, year.Value);
        });
        return isClean ? (country, read!) : null;
    }

    private static HolidayYear? Year(PackMap map, int expected)
    {
        HolidayYear? read = null;
        var isClean = map.Problems.NoneIn(() =>
        {
            if (map.Need("year", Forms.Count) is { } year && year != expected) map.Problems.Add(map.PlaceOf("year"), $"the file is named for {expected}.");
        });
        var sources = map.Need("sources", Forms.List(Forms.Text));
        var days = map.Need("days", Forms.List(Forms.Map(Day)));
        map.Close();
        if (!isClean || sources is null || days is null || days.Any(day => day is null)) return null;

        try
        {
            read = new(expected, days!, sources);
        }
        catch (ArgumentException wrong)
        {
            map.Problems.Add(map.PlaceOf("days"), wrong.Message);
        }

        return read;
    }

    private static HolidayDay? Day(PackMap map)
    {
        var (date, name) = (map.Need("date", Forms.Date), map.Need("name", Forms.Text));
        var isOff = map.Need("is", Forms.OneOf<bool?>(("off", true), ("make-up", false)));
        return date is { } on && name is not null && isOff is { } off ? new(on, name, off) : null;
    }
}
