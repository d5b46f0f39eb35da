using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Conduct;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.Hotline;
using DealerPortal.Domain.Knowledge;
using DealerPortal.Domain.Storage;
using DealerPortal.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using static DealerPortal.Web.Demo.DemoStage;

namespace DealerPortal.Web.Demo;

/// <summary>The demonstration's desk: a small library, some calls with one promised call-back, and one record of conduct; all through the real actions.</summary>
internal sealed class DemoDesk(IServiceProvider portal, IDbContextFactory<PortalDb> contexts, Moments moments, IClock clock) : IDemoStep
{
    private static readonly (string Family, ArticleText Text)[] Articles =
    [
        ("gate", new("大门板面色差", "左右门板或门板与门框颜色不一致，光线下明显", "不同批次喷涂，或样板与批次不符", "核对批次与色卡；属生产原因的换板，运费由公司承担")),
        ("gate", new("大门配件漏发", "到货后缺锁具、合页、拉手等配件，与配置单不符", "装箱核对遗漏", "当天补发漏发的配件，并把运单号告诉经销商")),
        ("window-guard", new("护窗横杆生锈", "安装后横杆、焊点处出现红褐色生锈斑点", "焊点防锈处理不到位，或沿海环境未选用相应材质", "轻微的打磨后补漆；成片生锈的返厂处理或更换")),
        ("window-guard", new("护窗焊点过大、间隙不匀", "焊点突出、打磨不平，竖杆间隙不一致", "焊接工艺", "返厂维修；急用的先换货")),
        ("home", new("家居柜门掉色", "擦拭后表面掉色，或局部发白", "表面处理未固化到位", "更换柜门，避免用含酒精的清洁剂擦拭")),
        ("color-tube", new("彩管外包装破损、管口划痕", "外包装破损，管口或管身有划痕、压痕", "运输途中挤压", "提货时多角度拍照，当场拒收破损件并通知物流调度")),
    ];

    private static readonly (int Dealer, string Name, string Number, CallKind Kind, string Text)[] Calls =
    [
        (0, "刘师傅", "13800138001", CallKind.Inquiry, "问 304 管材为什么没有实厚标识，已按话术解释，对方认可"),
        (1, "陈经理", "13800138002", CallKind.Note, "表扬送货师傅态度好，请转告物流部"),
        (0, "刘师傅", "13800138001", CallKind.CallBack, "问玫瑰金彩管一箱多少钱，要查当日价目表后回电"),
    ];

    /// <summary>Loads it once; where there is an article published already it adds nothing.</summary>
    public async Task Load(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.Articles.AnyAsync(one => one.State == ArticleState.Published, stop)) return;
        var people = await db.Cast(stop);
        var dealers = await db.Dealers.OrderBy(dealer => dealer.Code).Take(2).Select(dealer => dealer.Id).ToListAsync(stop);
        await Library(people["demo-agent"], stop);
        await Desk(people["demo-service"], dealers, stop);
        await Conduct(people["demo-supervisor"], people["demo-assistant-east"], stop);
    }

    private async Task Library(Actor writer, CancellationToken stop)
    {
        foreach (var (family, text) in Articles)
        {
            var id = Guid.CreateVersion7();
            Check(await The<WriteArticle>().Run(new(id, text, family, null), writer, stop));
            Check(await The<PublishArticle>().Run(new(id, Audience.Everyone), writer, stop));
        }
    }

    private async Task Desk(Actor assistant, List<Guid> dealers, CancellationToken stop)
    {
        foreach (var (dealer, name, number, kind, text) in Calls)
        {
            Check(await The<AddDealerPhone>().Run(new(Guid.CreateVersion7(), dealers[dealer], number, name), assistant, stop));
            var (call, caller) = (Guid.CreateVersion7(), new Caller(dealers[dealer], name, number));
            Check(kind is CallKind.CallBack
                ? await The<PromiseCall>().Run(new(call, caller, text, clock.GetCurrentInstant() + Duration.FromMinutes(45)), assistant, stop)
                : await The<NoteCall>().Run(new(call, caller, kind, text), assistant, stop));
        }
    }

    private async Task Conduct(Actor supervisor, Actor concerned, CancellationToken stop)
    {
        var id = Guid.CreateVersion7();
        Check(await The<RecordBreach>().Run(new(id, concerned.UserId!.Value, "decided-instead", moments.Today.PlusDays(-1), "未转售后即答应经销商免费换货"), supervisor, stop));
        Check(await The<AnswerBreach>().Run(new(id, "经销商催得急，我只说会帮他争取，没有最后答应。"), concerned, stop));
    }

    private T The<T>() where T : notnull => portal.GetRequiredService<T>();
}
