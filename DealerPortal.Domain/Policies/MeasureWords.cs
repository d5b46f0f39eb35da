namespace DealerPortal.Domain.Policies;

/// <summary>Measures as words.</summary>
public static class MeasureWords
{
    /// <summary>As packs write it: <c>sets</c>.</summary>
    public static string Code(this Measure measure) => measure.ToString().ToLowerInvariant();

    /// <summary>The word for it in sentences, by its key.</summary>
    public static Fact Word(this Measure measure) => Fact.Word("measure." + measure.Code());

    /// <summary>The word beside a number: English says one set, and 22 sets.</summary>
    public static Fact Word(this Measure measure, decimal of) => of == 1 ? Fact.Word($"measure.{measure.Code()}.one") : measure.Word();
}
