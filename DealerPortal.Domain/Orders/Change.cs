namespace DealerPortal.Domain.Orders;

/// <summary>One thing that the ERP now says differently, as the history tells it.</summary>
/// <param name="Field">Key of the field's name, such as <c>orders.field.quantity</c>.</param>
/// <param name="Line">The line it stands on; null where it is said of the whole.</param>
public sealed record Change(string Field, int? Line, Fact Before, Fact After)
{
    /// <summary>What stands where there was, or is now, nothing.</summary>
    public static Fact Nothing { get; } = Fact.Of("–");
}
