using DealerPortal.Domain.Knowledge;

namespace DealerPortal.Tests.Knowledge;

public sealed class CutTests
{
    [Theory]
    [InlineData("门板色差", "门板 板色 色差 差")]
    [InlineData("色差，漏发", "色差 差 漏发 发")]
    [InlineData("锈", "锈")]
    [InlineData("304不锈钢 Tube-2", "304 不锈 锈钢 钢 tube 2")]
    [InlineData("ＡＢ１２", "ab12")]
    [InlineData("𠀀𠀁", "𠀀𠀁 𠀁")]
    [InlineData("，。!", "")]
    public void A_text_is_cut_into_pairs_and_words(string text, string pieces) => Assert.Equal(pieces, string.Join(' ', Cut.Pieces(text)));

    [Fact]
    public void One_character_and_a_word_may_go_on_and_a_run_of_characters_stands_together()
    {
        var asked = Cut.Asked("锈 色差大 dpk");

        Assert.Equal(["锈", "色差 差大", "dpk"], asked.Select(one => string.Join(' ', one.Pieces)));
        Assert.Equal([true, false, true], asked.Select(one => one.IsBeginning));
    }

    [Fact]
    public void What_is_looked_for_holds_nothing_that_either_database_could_read_as_its_own_words()
    {
        foreach (var nasty in new[] { "\" OR a*", "'); DROP TABLE x;--", "a:b & !c <-> d | e \\", "NEAR(x y)", "{a}: ^x", "AND" })
            Assert.All(Cut.Asked(nasty).SelectMany(one => one.Pieces), piece => Assert.All(piece, letter => Assert.True(char.IsLetterOrDigit(letter))));
    }

    [Fact]
    public void Telling_pieces_are_each_said_once_and_are_never_too_many()
    {
        Assert.Equal(["色差", "dpk361"], Cut.Telling("色差,色差 a dpk361", 9));
        Assert.Equal(3, Cut.Telling("大门板面颜色与样品不一致", 3).Count);
    }
}
