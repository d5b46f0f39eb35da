using System.Collections.Frozen;
using System.Collections.Immutable;
using NodaTime;

namespace DealerPortal.Domain.Time;

/// <summary>All known years of public holidays together, because a year's notice may decide days of the year before.</summary>
/// <remarks>Three kinds of years: published; provisional, after the first published one, when a law is given that fixes some days by itself;
/// unknown, which is an error. A year counts as published though the next notice may still move its last days: notices did so in 2018 and 2022.</remarks>
public sealed class HolidayBook
{
    /// <summary>Years the arithmetic can hold; instants are counted in 64-bit nanoseconds.</summary>
    private const int Earliest = 1900, Latest = 2199;

    private readonly ImmutableSortedDictionary<int, HolidayYear> years;
    private readonly FrozenDictionary<LocalDate, HolidayDay> published;
    private readonly StatutoryDays? law;

    /// <param name="law">The days off that the law fixes by itself, for years without a notice; null when a year without a notice is an error.</param>
    public HolidayBook(IEnumerable<HolidayYear> years, StatutoryDays? law)
        : this(years.ToImmutableSortedDictionary(year => year.Year, year => year), law)
    {
        if (this.years.IsEmpty) throw new ArgumentException("A book of holidays needs a year to begin with.", nameof(years));
    }

    private HolidayBook(ImmutableSortedDictionary<int, HolidayYear> years, StatutoryDays? law)
    {
        (this.years, this.law) = (years, law);
        // Later notices come last and so have the last word on a December that two of them name.
        published = years.Values.SelectMany(year => year.Days).GroupBy(day => day.Date).ToFrozenDictionary(day => day.Key, day => day.Last());
    }

    /// <summary>For a calendar that keeps no public holidays, such as a response clock around the clock: every date is known.</summary>
    public static HolidayBook None { get; } = new(ImmutableSortedDictionary<int, HolidayYear>.Empty, null);

    public bool HasHolidays => !years.IsEmpty;

    public IEnumerable<HolidayYear> Years => years.Values;

    public int FirstYear => HasHolidays ? years.Keys.First() : Earliest;

    /// <summary>The last year that can be asked about at all, published or provisional.</summary>
    public int LastYear => !HasHolidays ? Latest : law is null ? years.Keys.Last() : Math.Max(law.LastYear, years.Keys.Last());

    /// <summary>A book in which this year takes the place of the one known before, or is added.</summary>
    /// <exception cref="ArgumentException">The year is provisional.</exception>
    /// <exception cref="InvalidOperationException">The calendar keeps no public holidays.</exception>
    public HolidayBook With(HolidayYear year)
    {
        if (!HasHolidays) throw new InvalidOperationException($"A calendar without public holidays cannot take those of {year.Year}.");
        if (year.IsProvisional) throw new ArgumentException($"{year.Year} is provisional; only a published year can take a place.", nameof(year));
        return new(years.SetItem(year.Year, year), law);
    }

    /// <summary>The year as it is known: by its notice, or provisionally.</summary>
    /// <exception cref="CalendarHorizonException">The year is neither published nor provisional.</exception>
    public HolidayYear Of(int year) => IsProvisional(year) ? law!.Of(year) : years[year];

    /// <exception cref="CalendarHorizonException">The year is neither published nor provisional.</exception>
    public bool IsProvisional(int year)
    {
        if (!HasHolidays && year is >= Earliest and <= Latest) return false;
        if (years.ContainsKey(year)) return false;
        return year > FirstYear && law is not null && law.Knows(year) ? true : throw Unknown(year);
    }

    /// <summary>What the holidays say of each date of the year, by date.</summary>
    /// <exception cref="CalendarHorizonException">The year is neither published nor provisional.</exception>
    internal Func<LocalDate, HolidayDay?> DaysOf(int year)
    {
        if (!IsProvisional(year)) return published.GetValueOrDefault;
        var fixedDays = law!.Of(year).Days.ToDictionary(day => day.Date);
        return date => published.GetValueOrDefault(date) ?? fixedDays.GetValueOrDefault(date);
    }

    public override string ToString() => $"{law?.Code} | {string.Join('\n', years.Values)}";

    private CalendarHorizonException Unknown(int year) =>
        new(year, HasHolidays && law is null ? string.Join(", ", years.Keys) : $"{FirstYear} to {LastYear}");
}
