using System.Text.RegularExpressions;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Policies.Kinds;

namespace DealerPortal.Domain.Inspections;

/// <summary>A line that the outbound order promises.</summary>
public sealed record ExpectedItem(Guid ShipmentLineId, string ShipmentNumber, string Spec, decimal Quantity);

/// <summary>What an inspection is measured against: what should be there, what evidence is needed, and the photos that have really arrived.</summary>
/// <param name="PhotosBySpot">Photos that differ in content, counted by spot.</param>
/// <param name="PackingPhotos">Photos that show the packing.</param>
public sealed partial record Proof(
    IReadOnlyList<ExpectedItem> Expected, Ruling<EvidenceNeed> Need, IReadOnlyDictionary<Guid, int> PhotosBySpot, int PackingPhotos)
{
    private const int LongestText = 2000;
    private const int LongestSignature = 30_000;

    /// <summary>What the findings come to.</summary>
    public Verdict Judge(InspectionStage stage, Findings findings) =>
        stage == InspectionStage.Depot
            ? findings.RefuseGoods ? Verdict.Refused : findings.Spots.Count > 0 || findings.PackingBroken == true ? Verdict.Noted : Verdict.Passed
            : findings.Spots.Count > 0 || Expected.Any(line => Differs(line, findings)) ? Verdict.Rejected : Verdict.Passed;

    /// <summary>The first thing that is still missing, in the order of the wizard's pages; null when nothing is.</summary>
    public Refusal? Missing(InspectionStage stage, Findings findings) =>
        TooLong(findings)
        ?? (stage == InspectionStage.Depot ? MissingAtDepot(findings) : MissingInCount(findings))
        ?? MissingInSpots(findings)
        ?? (Judge(stage, findings) is Verdict.Rejected or Verdict.Refused ? MissingForRefusal(stage, findings) : null)
        ?? (Need.Value.SignatureRequired ? MissingSignature(findings) : null);

    private Refusal? MissingAtDepot(Findings findings) =>
        findings.PackingBroken is null ? No("inspection.packing-unanswered", "packing")
        : findings.RefuseGoods && !Need.Value.MayRefuseGoods ? No("inspection.refusal-not-offered", "refuse")
        : findings.RefuseGoods && !findings.Spots.Exists(spot => spot.IsSevere) ? No("inspection.refusal-needs-severe", "refuse")
        : null;

    private Refusal? MissingInCount(Findings findings)
    {
        foreach (var line in Expected)
        {
            var item = findings.Items.Find(found => found.ShipmentLineId == line.ShipmentLineId);
            if (item?.Counted is not { } counted) return No("inspection.not-counted", Field(line), Fact.Of(line.Spec));
            if (counted is < 0 or > 1_000_000) return No("inspection.count-impossible", Field(line), Fact.Of(line.Spec));
            if (Need.Value.WeightRequired && item.Weight is not > 0) return No("inspection.weight-missing", Field(line), Fact.Of(line.Spec));
        }
        return null;
    }

    private Refusal? MissingInSpots(Findings findings)
    {
        for (var i = 0; i < findings.Spots.Count; i++)
        {
            var spot = findings.Spots[i];
            if (string.IsNullOrWhiteSpace(spot.What)) return No("inspection.spot-undescribed", $"spot-{spot.Id}", Fact.Number(i + 1));
            var photos = PhotosBySpot.GetValueOrDefault(spot.Id);
            if (photos < Need.Value.PhotosPerSpot)
                return No("inspection.photos-missing", $"spot-{spot.Id}", Fact.Number(i + 1), Fact.Number(Need.Value.PhotosPerSpot), Fact.Number(photos));
        }
        return null;
    }

    private Refusal? MissingForRefusal(InspectionStage stage, Findings findings) =>
        PackingPhotos < Need.Value.PackingPhotos ? No("inspection.packing-photo-missing", "packing-photos", Fact.Number(Need.Value.PackingPhotos), Fact.Number(PackingPhotos))
        : Need.Value.DescriptionRequired && string.IsNullOrWhiteSpace(findings.Description) ? No("inspection.description-missing", "description")
        : stage == InspectionStage.Depot && Need.Value.FreightCompanyRequired && string.IsNullOrWhiteSpace(findings.FreightCompany) ? No("inspection.freight-company-missing", "freight-company")
        : stage == InspectionStage.Depot && Need.Value.FreightCompanyRequired && string.IsNullOrWhiteSpace(findings.FreightPhone) ? No("inspection.freight-phone-missing", "freight-phone")
        : null;

    private Refusal? MissingSignature(Findings findings) =>
        string.IsNullOrWhiteSpace(findings.SignedBy) ? No("inspection.name-missing", "signed-by")
        : !Drawn().IsMatch(findings.Signature) ? No("inspection.signature-missing", "signature")
        : null;

    private Refusal? TooLong(Findings findings) =>
        findings.Description.Length > LongestText ? No("inspection.text-too-long", "description", Fact.Number(LongestText))
        : findings.Signature.Length > LongestSignature ? No("inspection.signature-too-long", "signature")
        : findings.SignedBy.Length > 60 || findings.FreightCompany.Length > 100 || findings.FreightPhone.Length > 40 ? No("inspection.text-too-long", "signed-by", Fact.Number(60))
        : findings.Spots.Exists(spot => spot.What.Length > LongestText) || findings.Items.Exists(item => item.Note.Length > LongestText) ? No("inspection.text-too-long", "spots", Fact.Number(LongestText))
        : findings.Spots.Count > 50 ? No("inspection.too-many-spots", "spots", Fact.Number(50))
        : findings.Spots.DistinctBy(spot => spot.Id).Count() < findings.Spots.Count ? No("inspection.spot-twice", "spots")
        : null;

    private static bool Differs(ExpectedItem line, Findings findings) =>
        findings.Items.Find(item => item.ShipmentLineId == line.ShipmentLineId) is not { } item || item.Counted != line.Quantity || item.WeightShort;

    private static string Field(ExpectedItem line) => $"item-{line.ShipmentLineId}";

    private Refusal No(string code, string field, params Fact[] facts) => new(code, Need.Clause, field, facts);

    // Moves and lines only: what is drawn is shown to others as an SVG path.
    [GeneratedRegex(@"^(M\d{1,3} \d{1,3}( ?L\d{1,3} \d{1,3})+ ?)+$")]
    private static partial Regex Drawn();
}
