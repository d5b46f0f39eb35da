using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Domain.Calendars;

/// <summary>Hands the published years to the policy book of this process.</summary>
public sealed class KnownYears(IDbContextFactory<PortalDb> contexts, PolicyBook book)
{
    /// <summary>Reads them all again. The book is exchanged at once and as a whole.</summary>
    /// <exception cref="PackException">A year that was read when it was published cannot be read any more.</exception>
    public async Task Read(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var published = await db.PublishedYears.AsNoTracking().OrderBy(year => year.Place).Select(year => new { year.Country, year.Year, year.Text }).ToListAsync(stop);
        book.TakeUp([.. published.Select(year => (year.Country, PackReader.ReadHolidays(NameOf(year.Country, year.Year), year.Text)))]);
    }

    /// <summary>Named as the packs' own files are, such as <c>cn-2027.yaml</c>.</summary>
    internal static string NameOf(string country, int year) => $"{country}-{year.ToString(System.Globalization.CultureInfo.InvariantCulture)}.yaml";
}
