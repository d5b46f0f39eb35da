using DealerPortal.Domain.Time;

namespace DealerPortal.Domain.Policies;

/// <summary>The holiday files that travel inside the product: all years of a country together, since a notice may decide days of the year before.</summary>
public static class ShippedHolidays
{
    /// <summary>The country's book, with what its law fixes for years not published yet. Null when no file of the country is shipped.</summary>
    /// <param name="country">Code as in the file names: <c>cn</c> for <c>holidays/cn-2026.yaml</c>.</param>
    /// <exception cref="InvalidOperationException">A shipped file does not read: all its problems, by file and line.</exception>
    public static HolidayBook? Of(string country)
    {
        var files = typeof(ShippedHolidays).Assembly.GetManifestResourceNames()
            .Where(name => name.Replace('\\', '/').StartsWith($"packs/holidays/{country}-", StringComparison.Ordinal))
            .Select(name => (Name: name, Reading: HolidayFile.Read(Text(name))))
            .ToList();
        var problems = files.SelectMany(file => file.Reading.Problems.Select(problem => $"{file.Name}, {problem}")).ToList();
        if (problems.Count > 0) throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
        return files.Count > 0 ? new(files.Select(file => file.Reading.Year!), StatutoryDays.Named(country)) : null;
    }

    private static string Text(string name)
    {
        using var reader = new StreamReader(typeof(ShippedHolidays).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
