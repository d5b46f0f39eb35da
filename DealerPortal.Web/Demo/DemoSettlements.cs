using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Approvals;
using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Settlements;
using DealerPortal.Domain.Storage;
using DealerPortal.Web.Words;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;
using static DealerPortal.Web.Demo.DemoStage;

namespace DealerPortal.Web.Demo;

/// <summary>Statements of the demonstration: one that is paid, one with a line that the dealer questions, one that waits for consent.</summary>
public sealed class DemoSettlements(IServiceProvider portal, IDbContextFactory<PortalDb> contexts, Moments moments) : IDemoStep
{
    private const int Statements = 3;

    private IReadOnlyDictionary<string, Actor> people = new Dictionary<string, Actor>();

    /// <summary>Once: where anything was drawn up already it draws up nothing.</summary>
    public async Task Load(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.Batches.AnyAsync(stop)) return;
        people = await db.Cast(stop);
        var yesterday = moments.Today.PlusDays(-1);
        var dealers = await db.Dealers.Where(dealer => db.Ledger.Where(entry => entry.DealerId == dealer.Id && entry.Date <= yesterday).Sum(entry => entry.Fen) > 0)
            .OrderBy(dealer => dealer.Code).Select(dealer => dealer.Id).Take(Statements).ToListAsync(stop);
        foreach (var (dealer, i) in dealers.Select((dealer, i) => (dealer, i)))
        {
            await Decide(db, dealer, stop);
            var batch = await DrawUp(dealer, yesterday, stop);
            if (i == 2) continue;
            await Consent(batch, stop);
            if (i == 0) await Question(batch, dealer, stop);
            else Check((await portal.GetRequiredService<PayBatch>().Run(new(batch, $"ICBC-{LocalDatePattern.Iso.Format(moments.Today)}-0077", moments.Today), people["demo-finance"], stop)).Refusal);
        }
    }

    private async Task Decide(PortalDb db, Guid dealer, CancellationToken stop)
    {
        var undecided = await db.Promises.Where(promise => promise.DealerId == dealer && promise.Cause == null && db.Ledger.Any(entry => entry.OrderId == promise.Id)).Select(promise => promise.Id).ToListAsync(stop);
        foreach (var order in undecided)
            Check((await portal.GetRequiredService<DecideCause>().Run(new(order, "production", "二厂", "焊接工位排队"), people["demo-agent"], stop)).Refusal);
    }

    private async Task<Guid> DrawUp(Guid dealer, LocalDate through, CancellationToken stop)
    {
        var drawn = await portal.GetRequiredService<DrawUpBatch>().Run(new(Guid.CreateVersion7(), dealer, through), people["demo-finance"], stop);
        Check(drawn.Refusal);
        return drawn.Value;
    }

    // Everybody of the chain in its order; of several who hold a role, the one whose region it is.
    private async Task Consent(Guid batch, CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        var asked = await db.ApprovalRequests.AsNoTracking().SingleAsync(request => request.Subject == batch, stop);
        foreach (var link in asked.Consents.OrderBy(link => link.Place))
        {
            var who = people.Values.First(person => person.Is(link.Role) && (!person.IsRegional || person.Regions.Contains(asked.Region)));
            Check((await portal.GetRequiredService<Decide>().Run(new(asked.Id, link.Place, asked.ShownHash, Consents: true), who, stop)).Refusal);
        }
    }

    private async Task Question(Guid batch, Guid dealer, CancellationToken stop)
    {
        if (people.Values.FirstOrDefault(person => person.MayActFor(dealer)) is not { } owner) return;
        var line = (await portal.GetRequiredService<BatchSheet>().For(batch, owner, stop))!.Lines[0];
        Check((await portal.GetRequiredService<QuestionLine>().Run(new(Guid.CreateVersion7(), batch, line.EntryId, $"{line.OrderNumber} · {LocalDatePattern.Iso.Format(line.Date)}", "这一天货已经在货场，请核对发货时间"), owner, stop)).Refusal);
    }
}
