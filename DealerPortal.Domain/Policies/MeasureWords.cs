namespace DealerPortal.Domain.Policies;

/// <summary>Measures as words.</summary>
public static class MeasureWords
{
    /// <summary>As packs write it: <c>sets</c>.</summary>
    public static string Code(this Measure measure) => measure.ToString().ToLowerInvariant();

    /// <summary>The word for it in sentences, by its key.</summary>
    public static Fact Word(this Measure measure) => Fact.Word("measure." + measure.Code());
}
