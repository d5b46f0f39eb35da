using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Complaints;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Benchmarks;

/// <summary>A board full of cases: copies of one that was filed through the portal, with its clock and the clock's beginning.</summary>
internal static class ManyCases
{
    /// <summary>Files one case and answers its id.</summary>
    public static async Task<Guid> File(IPortal portal, Actor agent, Guid dealer)
    {
        var filed = await portal.The<FileComplaint>().Run(new(Guid.CreateVersion7(), dealer, new() { Source = CaseSource.Hotline, Family = "gate", Category = "1-1.4", Description = "焊点过大，打磨不平" }), agent, default);
        return filed.IsDone ? filed.Value : throw new InvalidOperationException(filed.Refusal!.Code);
    }

    /// <summary>Each copy ends a millisecond after the one before; a third of them gold, a tenth with an owner.</summary>
    public static Task<int> Copy(IPortal portal, Guid id, Guid owner, int from, int count, bool spread = true) => portal.Db(async db =>
    {
        var one = await db.Complaints.AsNoTracking().SingleAsync(found => found.Id == id);
        var (clock, copies) = (one.Clocks.Single(), new Copies(db));
        var own = owner.ToString().ToUpperInvariant();
        await copies.Into(["Complaints", "CaseClock", "ClockEvent"], async () =>
        {
            await copies.Of("Complaints", id, from, count,
                ("Id", Copies.Id(0)), ("Number", "printf('C%09d', n)"), ("NextDueAt", spread ? "one.\"NextDueAt\" + n * 1000" : "one.\"NextDueAt\""), ("TierRank", "n % 3"),
                ("OwnerId", $"CASE n % 10 WHEN 0 THEN '{own}' END"), ("Description", "printf('焊点过大，打磨不平 %d', n)"));
            await copies.Of("CaseClock", clock.Id, from, count, ("Id", Copies.Id(1)), ("ComplaintId", Copies.Id(0)));
            await copies.Of("ClockEvent", clock.Events.Single().Id, from, count, ("Id", Copies.Id(2)), ("ClockId", Copies.Id(1)));
        });
        return 0;
    });
}
