namespace DealerPortal.Domain.Policies.Kinds;

/// <summary>What an inspection has to show before it counts.</summary>
/// <param name="PhotosPerSpot">At least so many photos of each damage spot, all different.</param>
/// <param name="PackingPhotos">Of these, at least so many show the packing.</param>
/// <param name="DescriptionRequired">Damage is described in writing too.</param>
/// <param name="FreightCompanyRequired">The freight company's name and phone are given.</param>
/// <param name="WeightRequired">The goods are weighed.</param>
/// <param name="SignatureRequired">What passes is signed for on the outbound order.</param>
/// <param name="MayRefuseGoods">The dealer may leave the goods where they are.</param>
/// <param name="InstalledIsAccepted">Damaged goods that were installed, or settled with the consumer, without consent count as accepted.</param>
public sealed record EvidenceNeed(
    int PhotosPerSpot, int PackingPhotos, bool DescriptionRequired, bool FreightCompanyRequired, bool WeightRequired, bool SignatureRequired, bool MayRefuseGoods, bool InstalledIsAccepted = false);
