using NodaTime;

namespace DealerPortal.Domain.Policies;

/// <summary>All regulations in all their editions, and the answer to which one holds for the company on a date.</summary>
public sealed class PolicyBook
{
    private readonly string pack;
    private readonly IReadOnlyList<Edition> written;
    private volatile IReadOnlyList<Edition> editions;

    /// <summary>Reads every pack; the portal does not start with a pack that cannot be read.</summary>
    /// <exception cref="PackException">A pack is wrong, or the company's pack is not there.</exception>
    public PolicyBook(PortalSettings settings) : this(settings.Pack, PackReader.Read(settings.PacksFolder)) { }

    /// <param name="pack">The company's pack.</param>
    public PolicyBook(string pack, IReadOnlyList<Edition> editions)
    {
        (this.pack, written, this.editions) = (pack, editions, editions);
        if (editions.All(edition => edition.Pack != pack))
            throw new PackException([new(new("appsettings.json"), $"Portal:Pack is '{pack}'. There are: {string.Join(", ", editions.Select(edition => edition.Pack).Distinct())}.")]);
    }

    /// <summary>Every edition of every pack, by pack and then by date.</summary>
    public IReadOnlyList<Edition> Editions => editions;

    /// <summary>Takes up the holiday years that were published since the packs were written, all of them, in the order of their publication.</summary>
    public void TakeUp(IEnumerable<(string Country, Time.HolidayYear Year)> published) =>
        editions = [.. written.Select(edition => published.Aggregate(edition, (one, next) => one.With(next.Country, next.Year)))];

    /// <summary>The company's own editions, by date.</summary>
    public IEnumerable<Edition> Own => Editions.Where(edition => edition.Pack == pack);

    /// <summary>The edition that holds for the company on the date: the latest that applies from it or earlier.</summary>
    public Outcome<Edition> InForce(LocalDate date) =>
        Own.LastOrDefault(edition => edition.AppliesFrom <= date) is { } edition ? edition : new Refusal("no-rule-in-force", null, null, Fact.On(date), Fact.On(Own.First().AppliesFrom));

    /// <summary>The edition that holds for the company on the day of the instant, in the zone of its own calendar.</summary>
    public Outcome<Edition> InForceAt(Instant at) => InForce(Own.Last().Calendar.DateOf(at));

    /// <summary>A book of its own in which a year of holidays is published: to see what it would change.</summary>
    public PolicyBook Supposing(string country, Time.HolidayYear year) => new(pack, [.. Editions.Select(edition => edition.With(country, year))]);

    public Edition? Find(string pack, string edition) => Editions.FirstOrDefault(one => one.Pack == pack && one.Name == edition);

    /// <summary>An edition that something already decided rests on.</summary>
    public Edition Edition(string pack, string edition) => Find(pack, edition)
        ?? throw new ArgumentException($"No edition {pack}/{edition}; the book has {string.Join(", ", Editions.Select(one => $"{one.Pack}/{one.Name}"))}.", nameof(edition));

    /// <summary>What a family's quantity counts; <see cref="Measure.None"/> for a family that no edition knows.</summary>
    public Measure MeasureOf(string code) =>
        Own.Reverse().Concat(Editions.Reverse()).Select(edition => edition.FindFamily(code)).FirstOrDefault(family => family is not null)?.Measure ?? Measure.None;

    /// <summary>What a family is called: by the company's latest edition that knows it, else by any other.</summary>
    public Bilingual? NameOfFamily(string code) =>
        Own.Reverse().Concat(Editions.Reverse()).Select(edition => edition.FindFamily(code)).FirstOrDefault(family => family is not null)?.Name;

    /// <summary>What a tier of dealers is called: by the company's latest edition that knows it, else by any other.</summary>
    public Bilingual? NameOfTier(string code) =>
        Own.Reverse().Concat(Editions.Reverse()).Select(edition => edition.Find<Kinds.CallbackCadences>()?.Find(code)).FirstOrDefault(tier => tier is not null)?.Name;
}
