using DealerPortal.Domain.Policies.Reading;

namespace DealerPortal.Domain.Policies;

/// <summary>Reads packs strictly: every value in its one form, unknown and missing keys refused, and all problems told at once.</summary>
public static class PackReader
{
    /// <summary>The shipped packs, and those of a folder beside them.</summary>
    /// <exception cref="PackException">Anything at all is wrong in any pack.</exception>
    public static IReadOnlyList<Edition> Read(string? folder)
    {
        var problems = new PackProblems();
        var shipped = PackFiles.Shipped();
        var added = folder is null ? new Dictionary<string, string>() : PackFiles.Under(folder, problems);
        foreach (var path in added.Keys.Where(path => EditionOf(path) is { } own && shipped.Keys.Any(name => EditionOf(name) == own)))
            problems.Add(new(path), "this edition is shipped with the portal and is never edited; a change is a new edition with its own date.");

        return Read(shipped.Where(file => !added.ContainsKey(file.Key)).Concat(added).ToDictionary(), problems);
    }

    /// <summary>Packs from the texts of their files, by path.</summary>
    /// <exception cref="PackException">Anything at all is wrong in any pack.</exception>
    public static IReadOnlyList<Edition> Read(IReadOnlyDictionary<string, string> files) => Read(files, new());

    /// <summary>One year of public holidays from the text of its file, for a year that is loaded or replaced while the portal runs.</summary>
    /// <param name="name">Country and year, such as <c>cn-2027.yaml</c>.</param>
    /// <exception cref="PackException">Anything at all is wrong in it.</exception>
    public static Time.HolidayYear ReadHolidays(string name, string text)
    {
        var problems = new PackProblems();
        var read = HolidayReading.Read(name, text, problems);
        return problems.Count == 0 ? read!.Value.Year : throw new PackException(problems.InOrder());
    }

    private static List<Edition> Read(IReadOnlyDictionary<string, string> files, PackProblems problems)
    {
        var isHoliday = files.ToLookup(file => file.Key.StartsWith(HolidayReading.Folder + "/", StringComparison.Ordinal));
        var holidays = new Holidays([.. isHoliday[true].Select(file => HolidayReading.Read(file.Key, file.Value, problems)).OfType<(string, Time.HolidayYear)>()]);
        var isPlaced = isHoliday[false].ToLookup(file => EditionOf(file.Key) is not null && file.Key.EndsWith(".yaml", StringComparison.Ordinal));
        foreach (var (path, _) in isPlaced[false]) problems.Add(new(path), "a pack's file lies at pack/edition/name.yaml.");

        var editions = isPlaced[true].GroupBy(file => EditionOf(file.Key)!.Value)
            .Select(own => new EditionReading(own.Key.Pack, own.Key.Name, own.ToDictionary(file => Path.GetFileName(file.Key), file => file.Value), holidays, problems).Read())
            .OfType<Edition>().OrderBy(edition => edition.Pack, StringComparer.Ordinal).ThenBy(edition => edition.AppliesFrom).ToList();
        CheckDates(editions, problems);
        return problems.Count == 0 ? editions : throw new PackException(problems.InOrder());
    }

    private static void CheckDates(List<Edition> editions, PackProblems problems)
    {
        foreach (var same in editions.GroupBy(edition => (edition.Pack, edition.AppliesFrom)).Where(same => same.Count() > 1))
            problems.Add(new($"{same.Last().Pack}/{same.Last().Name}/{PackCover.File}"),
                $"two editions apply from {same.Key.AppliesFrom:uuuu-MM-dd}: {string.Join(" and ", same.Select(edition => edition.Name))}. Each begins on a date of its own.");
    }

    private static Edition.Key? EditionOf(string path) => path.Split('/') is [var pack, var edition, _] && pack != HolidayReading.Folder ? new(pack, edition) : null;
}
