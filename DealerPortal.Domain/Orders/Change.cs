namespace DealerPortal.Domain.Orders;

/// <summary>One thing that the ERP now says differently, as the history tells it.</summary>
/// <param name="Field">Key of the field's name, such as <c>orders.field.quantity</c>.</param>
/// <param name="Line">The line it stands on; null where it is said of the whole.</param>
public sealed record Change(string Field, int? Line, Fact Before, Fact After)
{
    /// <summary>What stands where there was, or is now, nothing.</summary>
    public static Fact Nothing { get; } = Fact.Of("–");

    /// <summary>As the history keeps it: number, field, (line,) before, after.</summary>
    public Fact[] Facts(string number) => Line is { } line
        ? [Fact.Of(number), Fact.Number(line), Fact.Word(Field), Before, After]
        : [Fact.Of(number), Fact.Word(Field), Before, After];
}
