using NodaTime;

namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>What a date earns on which goods were owed: how much, counted once a what, for which families and causes; and what excuses it.</summary>
public sealed class LateDeliveryPay : Rule
{
    internal LateDeliveryPay(Heading head, Terms terms, Func<LateDeliveryPay, IEnumerable<PackExample>> examples) : base(head)
    {
        (Pay, Causes, Excuses) = (terms.Pay, terms.Causes, terms.Excuses);
        Examples = [.. examples(this)];
    }

    /// <summary>What may have caused a delay. Words under <c>late-cause.CODE</c>.</summary>
    public static IReadOnlyList<string> AllCauses { get; } = ["production", "oem", "logistics", "dealer", "other"];

    /// <summary>What may excuse dates. Words under <c>excuse.CODE</c>.</summary>
    public static IReadOnlyList<string> AllReasons { get; } = ["gale", "heavy-rain", "blizzard", "blocked-road", "accident", "dealer-request"];

    public LatePay Pay { get; }

    public LateCauses Causes { get; }

    public LateExcuses Excuses { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    /// <summary>Whether lateness of this family can earn at all.</summary>
    public bool IsOf(string family) => Pay.Families.Contains(family);

    /// <summary>What one date earns, in fen: nothing where nothing was late, where it is excused, or where the cause is not the company's.</summary>
    /// <param name="owed">What had not been shipped at 00:00 of the date, with its own promised date.</param>
    /// <param name="cause">One of <see cref="AllCauses"/>; null while nobody has decided it.</param>
    /// <param name="excuse">The reason of an approved span that covers the date; null where none does.</param>
    public Ruling<long> For(LocalDate date, IReadOnlyList<OwedLine> owed, string? cause, string? excuse)
    {
        var late = owed.Where(line => IsOf(line.Family) && line.Outstanding > 0 && date > line.PromisedOn).ToList();
        if (late.Count == 0) return new(0, Pay.Clause, []);

        var lines = late.Select(line => new Step("late.line", Fact.Number(line.Number), Fact.Word("family." + line.Family), Fact.On(line.PromisedOn), Fact.On(date), Fact.Number(line.Outstanding)));
        if (excuse is not null) return new(0, Excuses.Clause, [.. lines, new("late.excused", Fact.Word("excuse." + excuse))], Excuses.IsHouseRule(excuse));
        if (!Causes.Earns(cause)) return new(0, Causes.Clause, [.. lines, new("late.cause-earns-nothing", Fact.Word("late-cause." + cause))]);

        var count = Pay.CountOf(late);
        Step[] counted = [new(Pay.Step, Fact.Number(count), Fact.Fen(Pay.Fen), Fact.Fen(Pay.Fen * count)), cause is null ? new("late.provisional") : new("late.cause", Fact.Word("late-cause." + cause))];
        return new(Pay.Fen * count, Pay.Clause, [.. lines, .. counted], Pay.HouseRule is not null || cause is null);
    }

    internal sealed record Terms(LatePay Pay, LateCauses Causes, LateExcuses Excuses);
}
