using System.Text;
using DealerPortal.Domain.Imports;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Imports;

/// <summary>What may stand in a file, and what is said when something else does.</summary>
public sealed class ReadingTests
{
    private const string Good = "O1,D1,2026-02-20,1,gate,2050×960,古铜,6,11.808\n";

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 with mark")]
    [InlineData("gb18030")]
    public async Task Either_encoding_is_read_as_it_was_written(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = name.StartsWith("utf-8", StringComparison.Ordinal) ? new UTF8Encoding(name.Contains("mark", StringComparison.Ordinal)) : Encoding.GetEncoding(name);
        await using var portal = await Portal.Start();

        Assert.Equal(new Tally(Added: 2), (await portal.Check(await portal.Bring(ErpFile.Dealers, encoding))).Count);
    }

    [Theory]
    [InlineData("", "import.empty-file")]
    [InlineData("订单号,数量\nO1,5\n", "import.columns-missing")]
    [InlineData("a,b,c\n1,2,3\n", "import.header-unknown")]
    [InlineData("dealer_code,经销商编码,dealer_name,region\nD1,D1,x,north\n", "import.column-twice")]
    [InlineData("dealer_code,dealer_name,region\n", "import.no-rows")]
    [InlineData("dealer_code,dealer_name,region\n\n , \n", "import.no-rows")]
    [InlineData("PK\u0003\u0004\0\0", "import.spreadsheet")]
    [InlineData("dealer_code\0,dealer_name,region\n", "import.encoding")]
    public async Task A_file_that_is_none_of_the_three_says_why(string text, string code)
    {
        await using var portal = await Portal.Start();
        Assert.Equal(code, (await portal.Deny(text))?.Code);
    }

    [Fact]
    public async Task Utf_16_and_broken_bytes_are_refused()
    {
        await using var portal = await Portal.Start();
        Assert.Equal("import.encoding", (await portal.Deny(ErpFile.Dealers, Encoding.Unicode))?.Code);
        Assert.Equal("import.encoding", (await portal.Deny("dealer_code,dealer_name,region\nD1,\u00ff\u00ff\u00ff,north\n", Encoding.Latin1))?.Code);
    }

    [Fact]
    public async Task Headings_are_known_in_any_order_and_spelling_and_others_are_named()
    {
        await using var portal = await Portal.Start();

        var result = await portal.Check(await portal.Bring("Region, DEALER NAME ,备注,Dealer-Code\n北区,石家庄安居门窗,x,D1\n"));

        Assert.Equal(["备注"], result.Ignored);
        Assert.Equal(new Tally(Added: 1), result.Count);
    }

    [Theory]
    [InlineData("O1,D1,2026-02-20,1,gate,2050×960,古铜,0,", "quantity", "import.quantity")]
    [InlineData("O1,D1,2026-02-20,1,gate,2050×960,古铜,-6,", "quantity", "import.quantity")]
    [InlineData("O1,D1,2026-02-20,1,gate,2050×960,古铜,6.5,", "quantity", "import.quantity-whole")]
    [InlineData("O1,D1,2026-02-20,1,color-tube,Φ25,红,6.5001,", "quantity", "import.quantity")]
    [InlineData("O1,D1,2026-02-20,1,color-tube,Φ25,红,1e3,", "quantity", "import.quantity")]
    [InlineData("O1,D1,2026-02-20,1,color-tube,Φ25,红,\"1,000\",", "quantity", "import.quantity")]
    [InlineData("O1,D1,2026-02-20,1,color-tube,Φ25,红,９,", "quantity", "import.quantity")]
    [InlineData("O1,D1,2026-02-20,1,color-tube,Φ25,红,1000001,", "quantity", "import.quantity")]
    [InlineData("O1,D1,2026-02-20,1,door,2050×960,古铜,6,", "family", "import.family-unknown")]
    [InlineData("O1,D9,2026-02-20,1,gate,2050×960,古铜,6,", "dealer_code", "import.dealer-unknown")]
    [InlineData("O1,D1,20.02.2026,1,gate,2050×960,古铜,6,", "ordered_on", "import.date")]
    [InlineData("O1,D1,2026-02-30,1,gate,2050×960,古铜,6,", "ordered_on", "import.date")]
    [InlineData("O1,D1,2026-03-03,1,gate,2050×960,古铜,6,", "ordered_on", "import.future")]
    [InlineData("O1,D1,2026-02-20,0,gate,2050×960,古铜,6,", "line_no", "import.whole-number")]
    [InlineData("O1,D1,2026-02-20,1,gate,,古铜,6,", "spec", "import.required")]
    [InlineData(",D1,2026-02-20,1,gate,2050×960,古铜,6,", "order_no", "import.required")]
    [InlineData("O1,D1,2026-02-20,1,gate,2050\u0007,古铜,6,", "spec", "import.control-character")]
    [InlineData("O1,D1,2026-02-20,1,gate,2050×960,古铜,6,x", "area_m2", "import.quantity")]
    [InlineData("O1,D1,2026-02-20,1,gate,2050×960,古铜,6", "", "import.cells")]
    [InlineData("O1,D1,2026-02-20,1,gate,\"2050×960,古铜,6,", "", "import.bad-quotes")]
    [InlineData("O1,D1,2026-02-20,1,gate,\"a\"b,古铜,6,", "", "import.bad-quotes")]
    public async Task A_wrong_cell_is_named_with_its_line_and_what_is_allowed(string row, string column, string code)
    {
        await using var portal = await Portal.Start();
        await portal.Import(ErpFile.Dealers);

        var result = await portal.Check(await portal.Bring(ErpFile.OrderHeader + "O0" + Good[2..] + row + "\nO2" + Good[2..]));

        Assert.Equal(new Tally(Added: 2, Refused: 1), result.Count);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((3, column, code), (problem.Line, problem.Column, problem.Why.Code));
    }

    [Fact]
    public async Task All_that_is_wrong_with_an_order_is_said_at_once()
    {
        await using var portal = await Portal.Start();
        await portal.Import(ErpFile.Dealers);

        var problems = await portal.Problems(ErpFile.OrderHeader + Good + "O1,D2,2026-02-20,1,door,2050×960,古铜,x,\n");

        Assert.Equal(["import.differs", "import.family-unknown", "import.quantity", "import.line-twice"], problems.Select(problem => problem.Why.Code));
        Assert.All(problems, problem => Assert.Equal(3, problem.Line));
    }

    [Fact]
    public async Task The_rows_of_an_order_stand_together()
    {
        await using var portal = await Portal.Start();
        await portal.Import(ErpFile.Dealers);

        var result = await portal.Check(await portal.Bring(ErpFile.OrderHeader + Good + "O2" + Good[2..] + Good.Replace(",1,gate", ",2,gate", StringComparison.Ordinal)));

        Assert.Equal(new Tally(Added: 2, Refused: 1), result.Count);
        Assert.Equal(("import.scattered", 4), (result.Problems[0].Why.Code, result.Problems[0].Line));
    }

    [Fact]
    public async Task A_row_without_end_ends_the_reading_and_harms_nothing_before_it()
    {
        await using var portal = await Portal.Start();
        await portal.Import(ErpFile.Dealers);

        var result = await portal.Check(await portal.Bring(ErpFile.OrderHeader + Good + "O2,D1," + new string('x', 5_000_000)));

        Assert.Equal(new Tally(Added: 1, Refused: 1), result.Count);
        Assert.Equal(("import.row-too-long", 3), (result.Problems[0].Why.Code, result.Problems[0].Line));
    }

    [Theory]
    [InlineData("S1,O9,2026-02-28 16:30,顺达物流,,,1,6", "order_no", "import.order-unknown")]
    [InlineData("S1,O1,2026-02-28,顺达物流,,,1,6", "shipped_at", "import.moment")]
    [InlineData("S1,O1,2026-03-02 09:01,顺达物流,,,1,6", "shipped_at", "import.future")]
    [InlineData("S1,O1,2026-02-19 23:59,顺达物流,,,1,6", "shipped_at", "shipment.before-order")]
    [InlineData("S1,O1,2026-02-28 16:30,顺达物流,,,3,6", "line_no", "shipment.line-unknown")]
    [InlineData("S1,O1,2026-02-28 16:30,顺达物流,,,1,6.001", "quantity", "shipment.more-than-ordered")]
    [InlineData("S1,O1,2026-02-28 16:30,,,,1,6", "carrier", "import.required")]
    [InlineData("S1,O1,2026-02-28 16:30,顺达物流,call me,,1,6", "carrier_phone", "import.phone")]
    public async Task A_wrong_shipment_is_named_with_what_is_allowed(string row, string column, string code)
    {
        await using var portal = await Portal.Start();
        await portal.Import(ErpFile.Dealers);
        await portal.Import(ErpFile.Orders);

        var problem = Assert.Single(await portal.Problems(ErpFile.ShipmentHeader + row + "\n"));

        Assert.Equal((2, column, code), (problem.Line, problem.Column, problem.Why.Code));
    }

    [Fact]
    public async Task A_dry_run_counts_what_earlier_shipments_of_the_same_file_would_take()
    {
        await using var portal = await Portal.Start();
        await portal.Import(ErpFile.Dealers);
        await portal.Import(ErpFile.OrderHeader + string.Concat(Enumerable.Range(1, 120).Select(i => $"O{i}" + Good[2..])));
        var rows = Enumerable.Range(1, 120).Select(i => $"S{i},O{i},2026-02-28 16:30,顺达物流,,,1,4\n").Append("S121,O1,2026-02-28 16:30,顺达物流,,,1,2\n").Append("S122,O2,2026-02-28 16:30,顺达物流,,,1,3\n");

        var count = await portal.Import(ErpFile.ShipmentHeader + string.Concat(rows));

        Assert.Equal(new Tally(Added: 121, Refused: 1), count);
    }
}
