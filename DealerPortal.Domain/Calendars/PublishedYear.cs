using DealerPortal.Domain.Accounts;
using NodaTime;

namespace DealerPortal.Domain.Calendars;

/// <summary>A year of public holidays that came out, or was amended, after the packs were written. Kept for good: a later issue takes its place, and nothing is deleted.</summary>
public sealed class PublishedYear
{
    private PublishedYear() { }

    internal PublishedYear(Guid id, int place, string country, int year, string text, Actor by, Instant now) =>
        (Id, Place, Country, Year, Text, PublishedAt, By, ByName) = (id, place, country, year, text, now, by.UserId, by.Name);

    public Guid Id { get; private set; }

    /// <summary>1, 2, 3 …: in this order they take each other's place. Unique.</summary>
    public int Place { get; private set; }

    /// <summary>Whose holidays, such as <c>cn</c>.</summary>
    public string Country { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>As it was handed in, in the form of the packs' own holiday files.</summary>
    public string Text { get; private set; } = "";

    public Instant PublishedAt { get; private set; }

    public Guid? By { get; private set; }

    public string ByName { get; private set; } = "";

    /// <summary>When the last open clock had been taken over; null while some may still wait for it.</summary>
    public Instant? MovedAt { get; private set; }

    internal void Moved(Instant now) => MovedAt ??= now;
}
