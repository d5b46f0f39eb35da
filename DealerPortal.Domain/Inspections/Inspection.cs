using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using NodaTime;

namespace DealerPortal.Domain.Inspections;

/// <summary>A dealer's look at the goods of one family: begun as a draft, then submitted once and never changed.</summary>
public sealed class Inspection : IRoot, IOfDealer
{
    private readonly List<InspectionItem> items = [];
    private readonly List<DamageSpot> spots = [];

    private Inspection() { }

    private Inspection(Guid id, Guid dealerId, string family, InspectionStage stage, Clause need, Instant now)
    {
        Id = id;
        DealerId = dealerId;
        Family = family;
        Stage = stage;
        NeedClause = need.ToString();
        StartedAt = now;
        DraftSavedAt = now;
    }

    /// <summary>The first look, before the goods are taken.</summary>
    public static Inspection AtDepot(Guid id, Guid dealerId, Guid shipmentId, string family, Clause need, Instant now) =>
        new(id, dealerId, family, InspectionStage.Depot, need, now) { ShipmentId = shipmentId };

    /// <summary>The look after the pick-up.</summary>
    public static Inspection OfPickUp(Guid id, Guid dealerId, Guid pickUpId, string family, InspectionStage stage, Clause need, Instant now) =>
        new(id, dealerId, family, stage, need, now) { PickUpId = pickUpId };

    /// <summary>Made when the draft begins; photos hang on it from then on.</summary>
    public Guid Id { get; private set; }

    public Guid DealerId { get; private set; }

    public string Family { get; private set; } = "";

    public InspectionStage Stage { get; private set; }

    /// <summary>The shipment looked at in the depot; null after a pick-up.</summary>
    public Guid? ShipmentId { get; private set; }

    public Guid? PickUpId { get; private set; }

    /// <summary>The clause and edition that said what evidence is needed when the inspection began.</summary>
    public string NeedClause { get; private set; } = "";

    public Instant StartedAt { get; private set; }

    /// <summary>What was typed so far, as <see cref="Findings"/> writes it.</summary>
    public string Draft { get; private set; } = "";

    public Instant DraftSavedAt { get; private set; }

    /// <summary>Rises with each draft that is kept, so that two phones of one dealer do not write over each other unseen.</summary>
    public int DraftNumber { get; private set; }

    public Instant? SubmittedAt { get; private set; }

    public string? SubmittedBy { get; private set; }

    public Verdict? Verdict { get; private set; }

    public bool? PackingBroken { get; private set; }

    public string Description { get; private set; } = "";

    public string FreightCompany { get; private set; } = "";

    public string FreightPhone { get; private set; } = "";

    public string SignedBy { get; private set; } = "";

    public string Signature { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyList<InspectionItem> Items => items;

    public IReadOnlyList<DamageSpot> Spots => spots;

    public bool IsSubmitted => SubmittedAt is not null;

    /// <summary>Keeps what was typed, and answers the draft's new number. After the submission nothing is kept any more.</summary>
    /// <param name="known">The number of the draft that was read before typing.</param>
    public Outcome<int> Keep(Findings findings, int known, Instant now)
    {
        if (IsSubmitted) return new Refusal("inspection.submitted-already");
        var draft = findings.Write();
        if (draft == Draft) return DraftNumber;
        if (known != DraftNumber) return new Refusal("inspection.draft-changed-elsewhere", Facts: Fact.At(DraftSavedAt));
        (Draft, DraftSavedAt, DraftNumber) = (draft, now, DraftNumber + 1);
        return DraftNumber;
    }

    /// <summary>Settles the inspection. The second time it answers with the first verdict.</summary>
    public Outcome<Verdict> Submit(Findings findings, Proof proof, string by, Instant now)
    {
        if (Verdict is { } settled) return settled;
        if (proof.Missing(Stage, findings) is { } refusal) return refusal;

        Draft = findings.Write();
        (SubmittedAt, SubmittedBy, Verdict) = (now, by, proof.Judge(Stage, findings));
        (PackingBroken, Description) = (findings.PackingBroken, findings.Description.Trim());
        (FreightCompany, FreightPhone) = (findings.FreightCompany.Trim(), findings.FreightPhone.Trim());
        (SignedBy, Signature) = (findings.SignedBy.Trim(), findings.Signature);
        if (Stage != InspectionStage.Depot) items.AddRange(proof.Expected.Select(line => new InspectionItem(Id, line, Find(findings, line))));
        spots.AddRange(findings.Spots.Select((spot, index) => new DamageSpot(Id, index + 1, spot)));
        return Verdict.Value;
    }

    private static ItemFinding Find(Findings findings, ExpectedItem line) => findings.Items.First(item => item.ShipmentLineId == line.ShipmentLineId);
}
