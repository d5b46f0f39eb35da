using DealerPortal.Domain.Time;

namespace DealerPortal.Domain.Policies.Reading;

/// <summary>The published years of public holidays by country code.</summary>
internal sealed class Holidays(IEnumerable<(string Country, HolidayYear Year)> years)
{
    private readonly ILookup<string, HolidayYear> byCountry = years.ToLookup(year => year.Country, year => year.Year);

    public IEnumerable<string> Countries => byCountry.Select(country => country.Key).Order(StringComparer.Ordinal);

    public IEnumerable<HolidayYear> Of(string country) => byCountry[country];
}
