using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Web.Demo;

/// <summary>The people of the demonstration: one of each role, so that anybody can look at the portal through their eyes. Development only; none has a password.</summary>
public sealed class DemoPeople(AddPerson add, IDbContextFactory<PortalDb> contexts) : IDemoStep
{
    /// <param name="Dealer">The dealer's code; null for staff.</param>
    public sealed record Person(string UserName, string FullName, Role Role, string? Region = null, string? Dealer = null);

    public static IReadOnlyList<Person> All { get; } =
    [
        new("demo-owner-1", "王建国", Role.DealerOwner, Dealer: "D001"),
        new("demo-staff-1", "李小红", Role.DealerStaff, Dealer: "D001"),
        new("demo-owner-2", "陈志强", Role.DealerOwner, Dealer: "D002"),
        new("demo-owner-3", "林美华", Role.DealerOwner, Dealer: "D003"),
        new("demo-assistant-north", "赵敏", Role.BusinessAssistant, "north"),
        new("demo-assistant-east", "钱莉", Role.BusinessAssistant, "east"),
        new("demo-assistant-south", "孙静", Role.BusinessAssistant, "south"),
        new("demo-dispatcher-north", "周强", Role.LogisticsDispatcher, "north"),
        new("demo-dispatcher-east", "吴磊", Role.LogisticsDispatcher, "east"),
        new("demo-dispatcher-south", "郑浩", Role.LogisticsDispatcher, "south"),
        new("demo-manager-north", "冯国庆", Role.RegionalManager, "north"),
        new("demo-manager-east", "褚伟", Role.RegionalManager, "east"),
        new("demo-manager-south", "卫东", Role.RegionalManager, "south"),
        new("demo-agent", "蒋丽", Role.AfterSalesAgent),
        new("demo-supervisor", "沈洁", Role.AfterSalesSupervisor),
        new("demo-service", "韩梅", Role.ServiceAssistant),
        new("demo-follow-up", "杨光", Role.OrderFollowUp),
        new("demo-operations", "朱明", Role.OperationsDirector),
        new("demo-marketing", "秦岚", Role.MarketingDirector),
        new("demo-market", "尤勇", Role.MarketDirector),
        new("demo-finance", "许静", Role.Finance),
        new("demo-production", "何平", Role.ProductionHead),
        new("demo-oem", "吕刚", Role.OemHead),
        new("demo-logistics", "施文", Role.LogisticsHead),
        new("demo-administrator", "张华", Role.Administrator),
        new("demo-auditor", "孔正", Role.Auditor),
    ];

    /// <summary>Adds whoever is missing; run again, it adds nobody.</summary>
    public async Task Load(CancellationToken stop)
    {
        var demo = Actor.System("demo");
        await using var db = await contexts.CreateDbContextAsync(stop);
        var there = await db.Users.Select(user => user.UserName).ToListAsync(stop);
        foreach (var person in All.Where(person => !there.Contains(person.UserName)))
        {
            var added = await add.Run(new(Guid.CreateVersion7(), person.UserName, person.FullName, person.Dealer, [new(person.Role, person.Region)], Secret.New()), demo, stop);
            if (added.Refusal is { } refusal) throw new InvalidOperationException($"The demo person {person.UserName} was refused: {refusal.Code}.");
        }
    }
}
