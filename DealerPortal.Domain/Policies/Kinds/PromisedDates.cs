using DealerPortal.Domain.Time;
using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>By when confirmed goods must ship, by product family and colour; and above which size of an order a later date may be agreed.</summary>
public sealed class PromisedDates : Rule
{
    internal PromisedDates(Heading head, Terms terms, Func<PromisedDates, IEnumerable<PackExample>> examples) : base(head)
    {
        (Confirmed, CutOff, Colours, Rows, LargeOrders, RemindAfter) = (terms.Confirmed, terms.CutOff, terms.Colours, terms.Rows, terms.LargeOrders, terms.RemindAfter);
        Examples = [.. examples(this)];
    }

    /// <summary>The clause that says when an order counts as confirmed: approved, and its deposit in the account.</summary>
    public Clause Confirmed { get; }

    public DayCutOff CutOff { get; }

    public ColourRule Colours { get; }

    public IReadOnlyList<PromiseRow> Rows { get; }

    public IReadOnlyList<LargeOrder> LargeOrders { get; }

    /// <summary>After how much open time a dealer who has not answered a proposed date is reminded, and again after as much.</summary>
    public Duration RemindAfter { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    /// <summary>The last date on which the goods may ship; they are in time until its 24:00.</summary>
    /// <param name="counted">The instant from which the days count: the order's confirmation, or when goods were added to it later.</param>
    /// <param name="edition">The edition's own calendar, for its zone: calendar days, not working days.</param>
    public Ruling<LocalDate> For(string family, string? colour, Instant counted, WorkingCalendar edition)
    {
        var first = edition.DateOf(counted, CutOff.At);
        var isSameDay = first == edition.DateOf(counted);
        var shade = Colours.ShadeOf(colour);
        var row = Rows.Single(row => row.Holds(family, shade));
        var last = first.PlusDays(row.Days - 1);
        return new(last, row.Clause, [.. Explain()], row.HouseRule is not null || (colour is null && row.Shade is not null));

        IEnumerable<Step> Explain()
        {
            yield return new("promised.counted", Fact.At(counted));
            yield return isSameDay ? new("promised.same-day", Fact.AtTime(CutOff.At), Fact.On(first)) : new("promised.next-day", Fact.AtTime(CutOff.At), Fact.On(first));
            if (row.Shade is { } said) yield return new(colour is null ? "promised.no-colour" : "promised.colour", Fact.Of(colour ?? ""), said.Word());
            yield return new("promised.days", Fact.Word("family." + family), Fact.Number(row.Days));
            yield return new("promised.ships-by", Fact.At(edition.EndOf(last)));
        }
    }

    /// <summary>The limits that an order is above, each with how much of it there is. Empty for an order for which no other date may be agreed.</summary>
    public IReadOnlyList<(LargeOrder Limit, decimal Size)> Exceeded(IReadOnlyList<Goods> goods) =>
        [.. LargeOrders.Select(limit => (limit, Size: limit.SizeOf(goods))).Where(pair => pair.Size > pair.limit.Above)];

    /// <summary>One line of an order, as far as its size goes.</summary>
    public readonly record struct Goods(string Family, decimal Quantity, decimal? SquareMetres);

    internal sealed record Terms(Clause Confirmed, DayCutOff CutOff, ColourRule Colours, IReadOnlyList<PromiseRow> Rows, IReadOnlyList<LargeOrder> LargeOrders, Duration RemindAfter);
}
