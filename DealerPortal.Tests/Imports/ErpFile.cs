using System.Text;
using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Imports;
using DealerPortal.Tests.Support;

namespace DealerPortal.Tests.Imports;

/// <summary>Files as an ERP writes them, brought in as a person does.</summary>
internal static class ErpFile
{
    public static readonly Actor FollowUp = new(Guid.CreateVersion7(), "跟单员", new HashSet<Role> { Role.OrderFollowUp }, null, new HashSet<string>(), "test");

    public const string Dealers = """
        经销商编码,经销商名称,大区,电话
        D1,石家庄安居门窗,north,0311-88880001
        D2,苏州筑家门窗,东区,
        """;

    public const string OrderHeader = "order_no,dealer_code,ordered_on,line_no,family,spec,colour,quantity,area_m2\n";

    public const string ShipmentHeader = "shipment_no,order_no,shipped_at,carrier,carrier_phone,waybill_no,line_no,quantity\n";

    public const string Orders = OrderHeader + """
        O1,D1,2026-02-20,1,gate,2050×960,古铜,6,11.808
        O1,D1,2026-02-20,2,彩管,Φ25,红,89.5,
        O2,D2,2026-02-21,1,window-guard,1500×1200,,8,14.4
        """;

    public const string Shipments = ShipmentHeader + """
        S1,O1,2026-02-28 16:30,顺达物流,0311-88990001,W1,1,6
        S1,O1,2026-02-28 16:30,顺达物流,0311-88990001,W1,2,89.5
        S2,O2,2026-03-01 08:00,迅捷货运,,,1,5
        """;

    public static async Task<Guid> Bring(this Portal portal, string text, Encoding? encoding = null, Actor? actor = null)
    {
        var id = Guid.CreateVersion7();
        encoding ??= new UTF8Encoding(false);
        await using var content = new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        var outcome = await portal.The<ReceiveImport>().Run(new(id, "export.csv", content), actor ?? FollowUp, default);
        Assert.Null(outcome.Refusal);
        return id;
    }

    public static async Task<CheckImport.Result> Check(this Portal portal, Guid id)
    {
        var checkedNow = await portal.The<CheckImport>().Run(id, FollowUp, null, default);
        Assert.Null(checkedNow.Refusal);
        return checkedNow.Value!;
    }

    public static async Task<Refusal?> Deny(this Portal portal, string text, Encoding? encoding = null) =>
        (await portal.The<CheckImport>().Run(await portal.Bring(text, encoding), FollowUp, null, default)).Refusal;

    /// <summary>Brings the file, checks it, applies it, and answers the counts of the run.</summary>
    public static async Task<Tally> Import(this Portal portal, string text)
    {
        var id = await portal.Bring(text);
        var expected = (await portal.Check(id)).Count;
        Assert.Null((await portal.The<ApplyImport>().Run(id, FollowUp, default)).Refusal);
        var run = await portal.The<ImportSheet>().For(id, FollowUp, default);
        Assert.NotNull(run!.FinishedAt);
        Assert.Equal(expected, run.Count);
        return run.Count;
    }

    public static async Task<IReadOnlyList<Problem>> Problems(this Portal portal, string text) => (await portal.Check(await portal.Bring(text))).Problems;
}
