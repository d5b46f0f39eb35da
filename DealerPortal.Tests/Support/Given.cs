using DealerPortal.Domain.Deliveries;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;

namespace DealerPortal.Tests.Support;

/// <summary>Things as they stand before the sentence of a test begins.</summary>
public static class Given
{
    public static readonly Clause Clause = new("doors-and-windows", "2026-01", "三(三)2");

    /// <summary>A pick-up recorded when it happened, with a window for each family.</summary>
    public static PickUp PickUp(string at, params (string Family, string Ends)[] lines) => PickUp(at, at, lines);

    public static PickUp PickUp(string at, string recordedAt, params (string Family, string Ends)[] lines)
    {
        var pickUp = new PickUp(Guid.CreateVersion7(), Guid.CreateVersion7(), Shanghai.At(at), Shanghai.At(recordedAt), [Guid.CreateVersion7()]);
        foreach (var (family, ends) in lines)
            pickUp.Await(family, 8, new Ruling<Window>(new Window(Shanghai.At(at), Shanghai.At(ends)), Clause, []));
        return pickUp;
    }
}
