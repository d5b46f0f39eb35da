using DealerPortal.Domain;
using DealerPortal.Domain.Complaints;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Web.Demo;

/// <summary>Complaints of the demonstration, three in every state and some near their limits, told through the real actions on a clock of their own.</summary>
public sealed class DemoCases(PortalSettings settings, IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock) : IDemoStep
{
    private const int Count = 39;

    private static readonly (string? Family, string Category, string Words)[] Troubles =
    [
        ("gate", "1-1.4", "大门下沿焊点过大，打磨不平"), ("gate", "1-1.6", "左右门板颜色不一致"), ("window-guard", "1-1.1", "安装两周后横杆生锈"),
        ("home", "1-1.8", "鞋柜门板掉色"), ("window-guard", "1-2.1", "运输中压弯三根竖杆"), ("color-tube", "1-2.3", "外包装破损，管口有划痕"), (null, "2.4", "送货人员态度不好"),
    ];

    /// <summary>Tells the stories once; where there are cases already it tells nothing.</summary>
    public async Task Load(CancellationToken stop)
    {
        await using var db = await contexts.CreateDbContextAsync(stop);
        if (await db.Complaints.AnyAsync(stop)) return;
        var people = await db.Cast(stop);
        var dealers = await db.Dealers.Where(dealer => new[] { "D001", "D002", "D003" }.Contains(dealer.Code)).OrderBy(dealer => dealer.Code).ToListAsync(stop);
        var then = new Then(clock.GetCurrentInstant());
        await using var past = settings.Past(book, then);
        for (var i = 0; i < Count; i++)
        {
            // Over the last eight days, so that some are near their limits and some beyond.
            then.Now = clock.GetCurrentInstant() - Duration.FromHours(6 + (i * 37 % 190));
            var one = new DemoCase(past, then, people, i % 3, dealers[i % 3].Id);
            await one.Tell(Troubles[i % Troubles.Length], (CaseState)(i % 13), isSecondRound: i % 17 == 8, stop);
        }
        then.Now = clock.GetCurrentInstant();
        await past.GetRequiredService<ClockSweep>().RunAsOf(clock.GetCurrentInstant(), stop);
    }

    /// <summary>The clock of a story.</summary>
    internal sealed class Then(Instant now) : IClock
    {
        public Instant Now { get; set; } = now;

        public Instant GetCurrentInstant() => Now += Duration.FromSeconds(7);
    }
}
