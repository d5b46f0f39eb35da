namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>What the dealer has to show, by family and by the stage of the inspection.</summary>
public sealed class EvidenceNeeds : Rule
{
    /// <summary>First look, at the freight depot, before the goods are taken.</summary>
    public const string Depot = "depot";

    /// <summary>Second look, in the dealer's own warehouse, unpacked.</summary>
    public const string Warehouse = "warehouse";

    /// <summary>The one look at goods that need no second.</summary>
    public const string OnSpot = "on-spot";

    internal EvidenceNeeds(Heading head, IReadOnlyList<EvidenceRow> rows, Func<EvidenceNeeds, IEnumerable<PackExample>> examples) : base(head)
    {
        Rows = rows;
        Examples = [.. examples(this)];
    }

    /// <summary>The stages there are, in the order in which goods pass them.</summary>
    public static IReadOnlyList<string> Stages { get; } = [Depot, Warehouse, OnSpot];

    public IReadOnlyList<EvidenceRow> Rows { get; }

    public override IReadOnlyList<PackExample> Examples { get; }

    /// <summary>The stages through which goods of this family are inspected, in order.</summary>
    public IReadOnlyList<string> StagesOf(string family) => [.. Stages.Where(stage => Row(family, stage) is not null)];

    /// <summary>What is needed of this family at one of <see cref="StagesOf"/> it.</summary>
    public Ruling<EvidenceNeed> For(string family, string stage)
    {
        var row = Row(family, stage) ?? throw new ArgumentException(
            $"No evidence need for '{family}' at stage '{stage}' in {Head.Clause}; its stages are {string.Join(", ", StagesOf(family))}.", nameof(stage));
        return new(row.Need, row.Clause, [.. Explain(row.Need)], row.HouseRule is not null);
    }

    private EvidenceRow? Row(string family, string stage) => Rows.SingleOrDefault(row => row.Stage == stage && row.Families.Contains(family));

    private static IEnumerable<Step> Explain(EvidenceNeed need)
    {
        yield return new("evidence.photos-per-spot", Fact.Number(need.PhotosPerSpot));
        if (need.PackingPhotos > 0) yield return new("evidence.packing-photos", Fact.Number(need.PackingPhotos));
        foreach (var (_, step, isSet) in Marks(need))
            if (isSet) yield return step;
    }

    /// <summary>The demands and rights of a need: the word that packs use, and the sentence.</summary>
    internal static IReadOnlyList<(string Word, Step Step, bool IsSet)> Marks(EvidenceNeed need) =>
    [
        ("description", new("evidence.description"), need.DescriptionRequired),
        ("freight-company", new("evidence.freight-company"), need.FreightCompanyRequired),
        ("weight", new("evidence.weight"), need.WeightRequired),
        ("signature", new("evidence.signature"), need.SignatureRequired),
        ("refusal", new("evidence.refusal"), need.MayRefuseGoods),
        ("installed", new("evidence.installed"), need.InstalledIsAccepted),
    ];
}
