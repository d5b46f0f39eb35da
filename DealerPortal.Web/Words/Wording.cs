using System.Globalization;
using DealerPortal.Domain;
using DealerPortal.Domain.Policies;
using NodaTime;

namespace DealerPortal.Web.Words;

/// <summary>Says things to the reader in his own language, with times in the company's zone.</summary>
public sealed partial class Wording(Moments moments, PolicyBook book, PortalSettings settings, ILogger<Wording> log)
{
    /// <summary>Whether the reader reads English; Chinese is what everybody else reads.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    private static Lexicon Words => IsEnglish ? Lexicon.English : Lexicon.Chinese;

    /// <summary>The sentence of the key; the key itself in brackets, and a logged error, where there is none.</summary>
    public string this[string key]
    {
        get
        {
            if ((Words.Find(key) ?? NameOfFamily(key) ?? NameOfTier(key) ?? NameOfRegion(key)) is { } sentence) return sentence;
            LogMissing(key, CultureInfo.CurrentUICulture.Name);
            return $"[{key}]";
        }
    }

    /// <summary>A word of the key that stands alone, in a list or a table, and not inside a sentence: it begins with a capital where the language has them.</summary>
    public string Alone(string key) => this[key] is { Length: > 0 } word ? char.ToUpper(word[0], CultureInfo.CurrentUICulture) + word[1..] : "";

    /// <summary>Whether the key has a sentence in the reader's language: for words that a policy pack or a file may bring along.</summary>
    public static bool Knows(string key) => Words.Find(key) is not null;

    /// <summary>The sentence of the key with the facts in the places <c>{0}</c>, <c>{1}</c> …</summary>
    public string Say(string key, params IReadOnlyList<Fact> facts) => Fill(this[key], facts);

    /// <summary>What was refused and what to do next: the words of <c>refusal.CODE</c>.</summary>
    public string Say(Refusal refusal) => Say("refusal." + refusal.Code, refusal.Facts);

    /// <summary>One step of a reasoning: the words of <c>step.CODE</c>.</summary>
    public string Say(Step step) => Say("step." + step.Code, step.Facts);

    public string Show(Fact fact) => fact.Kind switch
    {
        'i' => Show(fact.Instant),
        'd' => Show(fact.Date),
        't' => Moments.Show(fact.Time),
        'n' => Show(fact.Amount),
        'y' => ShowYuan(fact.InFen),
        'w' => this[fact.Value],
        'c' => Show(fact.Clause),
        _ => fact.Value,
    };

    /// <inheritdoc cref="Moments.Show(Instant)"/>
    public string Show(Instant instant) => moments.Show(instant);

    /// <inheritdoc cref="Moments.ShowExactly(Instant)"/>
    public string ShowExactly(Instant instant) => moments.ShowExactly(instant);

    /// <inheritdoc cref="Moments.Show(LocalDate)"/>
    public string Show(LocalDate date) => moments.Show(date);

    /// <summary>A span in its two largest parts: <c>2 小时 5 分</c>.</summary>
    public string Show(Duration span) => Fill(this[span < Duration.FromHours(1) ? "span.minutes" : span < Duration.FromDays(1) ? "span.hours" : "span.days"], Moments.PartsOf(span));

    /// <summary>The clause as the regulation numbers it.</summary>
    public string Show(Clause clause) => Say("clause.cited", Fact.Of(clause.Number));

    /// <summary>The word behind so much of a family: <c>套</c>; nothing for goods that are not counted.</summary>
    public string Unit(string family, decimal of) => book.MeasureOf(family) is var measure and not Measure.None ? Show(measure.Word(of)) : "";

    /// <summary>So much of a family: <c>防护窗 8 套</c>.</summary>
    public string Goods(string family, decimal of) => $"{this["family." + family]} {Show(of)} {Unit(family, of)}".TrimEnd();

    public static string Show(decimal number) => number.ToString("#,0.############", CultureInfo.CurrentCulture);

    /// <summary>Money in yuan and fen, such as <c>¥1,234.50</c>.</summary>
    public static string ShowYuan(long fen) => (fen < 0 ? "-¥" : "¥") + (Math.Abs(fen) / 100m).ToString("#,0.00", CultureInfo.InvariantCulture);

    // What a product family is called stands in the pack: a word of the regulation, not of the portal.
    private string? NameOfFamily(string key) =>
        key.StartsWith("family.", StringComparison.Ordinal) ? book.NameOfFamily(key["family.".Length..])?.In(CultureInfo.CurrentUICulture) : null;

    // So does what a tier of dealers is called.
    private string? NameOfTier(string key) =>
        key.StartsWith("tier.", StringComparison.Ordinal) ? book.NameOfTier(key["tier.".Length..])?.In(CultureInfo.CurrentUICulture) : null;

    // What a sales region is called stands in the settings; one that was struck off there is still known by its code.
    private string? NameOfRegion(string key)
    {
        if (!key.StartsWith("region.", StringComparison.Ordinal)) return null;
        var code = key["region.".Length..];
        return settings.Regions.FirstOrDefault(region => region.Code == code) is { } region ? IsEnglish ? region.NameEn : region.Name : code;
    }

    private string Fill(string sentence, IReadOnlyList<Fact> facts)
    {
        for (var i = 0; i < facts.Count; i++) sentence = sentence.Replace($"{{{i}}}", Show(facts[i]), StringComparison.Ordinal);
        return sentence;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "No words for '{Key}' in {Language}. Add the key to a .resx file in Words, in both languages.")]
    private partial void LogMissing(string key, string language);
}
