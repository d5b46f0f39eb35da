using DealerPortal.Domain.Policies.Kinds;

namespace DealerPortal.Tests.Policies;

public sealed class EvidenceNeedsTests
{
    private static readonly EvidenceNeeds Needs = Books.Edition.EvidenceNeeds;

    [Fact]
    public void Gates_are_inspected_at_the_depot_and_again_in_the_warehouse_and_all_others_once()
    {
        Assert.Equal(["depot", "warehouse"], Needs.StagesOf("gate"));
        Assert.All(Books.Edition.Families.Where(family => family.Code != "gate"), family => Assert.Equal(["on-spot"], Needs.StagesOf(family.Code)));
    }

    [Fact]
    public void A_gate_at_the_depot_needs_three_photos_a_spot_and_the_freight_company_and_may_be_refused() =>
        Assert.Equal(new EvidenceNeed(3, 0, false, true, false, false, true), Needs.For("gate", "depot").Value);

    [Fact]
    public void A_gate_in_the_warehouse_needs_three_photos_one_of_them_of_the_packing_and_a_description() =>
        Assert.Equal(new EvidenceNeed(3, 1, true, false, false, true, false, true), Needs.For("gate", "warehouse").Value);

    [Fact]
    public void Tubes_are_weighed_and_other_goods_are_not()
    {
        Assert.All(["color-tube", "tube"], family => Assert.True(Needs.For(family, "on-spot").Value.WeightRequired));
        Assert.False(Needs.For("home", "on-spot").Value.WeightRequired);
    }

    [Fact]
    public void A_need_cites_its_clause_and_says_what_it_asks()
    {
        var ruling = Needs.For("gate", "warehouse");

        Assert.Equal("三(三)1 1)", ruling.Clause.Number);
        Assert.Equal(["evidence.photos-per-spot", "evidence.packing-photos", "evidence.description", "evidence.signature", "evidence.installed"], ruling.Steps.Select(step => step.Code));
    }

    [Fact]
    public void A_stage_that_a_family_does_not_pass_is_a_fault_that_names_its_stages() =>
        Assert.Contains("its stages are on-spot", Assert.Throws<ArgumentException>(() => Needs.For("home", "depot")).Message, StringComparison.Ordinal);
}
