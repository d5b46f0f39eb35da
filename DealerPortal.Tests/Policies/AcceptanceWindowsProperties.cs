using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;
using DealerPortal.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace DealerPortal.Tests.Policies;

public sealed class AcceptanceWindowsProperties
{
    private static readonly Edition Edition = Books.Edition;

    // Thousandths of a measure, crowded around the boundaries of the table, and pick-ups of three years to the second.
    private static readonly Gen<(string Family, decimal Quantity, Instant PickedUp)> PickUps =
        from family in Gen.Elements(Edition.Families.Select(family => family.Code).ToArray())
        from quantity in Gen.OneOf(Gen.Choose(1, 200_000), Gen.Choose(9_998, 10_002), Gen.Choose(89_998, 90_002))
        from second in Gen.Choose(0, 3 * 365 * 86_400)
        select (family, quantity / 1000m, Shanghai.At("2026-01-01 00:00") + Duration.FromSeconds(second));

    [Fact]
    public void For_every_family_and_quantity_exactly_one_window_applies() => Hold(pickUp =>
        Edition.AcceptanceWindows.Rows.Count(row => row.Holds(pickUp.Family, pickUp.Quantity)) == 1);

    [Fact]
    public void A_window_ends_after_it_starts_and_starts_no_earlier_than_the_pick_up() => Hold(pickUp =>
        Window(pickUp) is var window && pickUp.PickedUp <= window.Starts && window.Starts < window.HalfTime && window.HalfTime < window.LastQuarter && window.LastQuarter < window.Ends);

    // Counted in plain clock time, a pick-up between midnight and 08:00 ends earlier than one of the evening before, which counts from 08:00.
    [Fact]
    public void Who_picks_up_later_in_a_day_never_has_to_answer_earlier() => Hold(pickUp =>
        Edition.Calendar.EndOf(Edition.Calendar.DateOf(pickUp.PickedUp)) is var midnight
        && Duration.FromTicks((midnight - pickUp.PickedUp).BclCompatibleTicks / 3) is var step
        && Ends(pickUp) <= Ends(pickUp with { PickedUp = pickUp.PickedUp + step })
        && Ends(pickUp) <= Ends(pickUp with { PickedUp = pickUp.PickedUp + step + step }));

    [Fact]
    public void Who_picks_up_on_a_later_day_after_the_opening_never_has_to_answer_earlier() => Hold(pickUp =>
        Edition.Calendar.At(Edition.Calendar.DateOf(pickUp.PickedUp).PlusDays(1).At(Edition.AcceptanceWindows.Late.CountsFrom)) is var opening
        && Ends(pickUp) <= Ends(pickUp with { PickedUp = opening }));

    [Fact]
    public void More_goods_never_have_less_time() => Hold(pickUp => Ends(pickUp) <= Ends(pickUp with { Quantity = pickUp.Quantity + 1 }));

    [Fact]
    public void The_same_pick_up_always_gets_the_same_ruling() => Hold(pickUp => Window(pickUp) == Window(pickUp));

    private static Window Window((string Family, decimal Quantity, Instant PickedUp) pickUp) =>
        Edition.AcceptanceWindows.For(pickUp.Family, pickUp.Quantity, pickUp.PickedUp, Edition.Calendar).Value;

    private static Instant Ends((string Family, decimal Quantity, Instant PickedUp) pickUp) => Window(pickUp).Ends;

    private static void Hold(Func<(string Family, decimal Quantity, Instant PickedUp), bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(PickUps.ToArbitrary(), property));
}
