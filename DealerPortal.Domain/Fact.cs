using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace DealerPortal.Domain;

/// <summary>A value inside a sentence, kept apart from the sentence so that each reader sees it in his own language and zone.</summary>
/// <remarks>Stored as text, a kind letter and an invariant value: <c>i:</c> instant, <c>d:</c> date, <c>t:</c> time of day, <c>n:</c> number,
/// <c>y:</c> whole fen, <c>w:</c> key of a word, <c>c:</c> clause, <c>s:</c> text as it was written.</remarks>
public readonly record struct Fact(string Text)
{
    public char Kind => Text[0];

    public string Value => Text[2..];

    public static Fact At(Instant instant) => new("i:" + InstantPattern.ExtendedIso.Format(instant));

    public static Fact On(LocalDate date) => new("d:" + LocalDatePattern.Iso.Format(date));

    public static Fact AtTime(LocalTime time) => new("t:" + LocalTimePattern.ExtendedIso.Format(time));

    public static Fact Number(decimal number) => new("n:" + number.ToString("0.############", CultureInfo.InvariantCulture));

    public static Fact Fen(long fen) => new("y:" + fen.ToString(CultureInfo.InvariantCulture));

    /// <summary>A word of the product by its key, such as <c>family.gate</c>.</summary>
    public static Fact Word(string key) => new("w:" + key);

    public static Fact Of(Policies.Clause clause) => new("c:" + clause);

    public static Fact Of(string text) => new("s:" + text);

    /// <summary>The value of a fact made by <see cref="At"/>; the properties below read the other kinds.</summary>
    public Instant Instant => InstantPattern.ExtendedIso.Parse(Value).Value;

    public LocalDate Date => LocalDatePattern.Iso.Parse(Value).Value;

    public LocalTime Time => LocalTimePattern.ExtendedIso.Parse(Value).Value;

    public decimal Amount => decimal.Parse(Value, CultureInfo.InvariantCulture);

    public long InFen => long.Parse(Value, CultureInfo.InvariantCulture);

    public Policies.Clause Clause => Policies.Clause.Parse(Value);

    public override string ToString() => Text;
}
