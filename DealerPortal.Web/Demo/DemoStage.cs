using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Web.Demo;

/// <summary>What every story of the demonstration stands on: its people, a past with a clock of its own, and that nothing told may be refused.</summary>
internal static class DemoStage
{
    /// <summary>The demonstration's people by their user names.</summary>
    public static async Task<Dictionary<string, Actor>> Cast(this PortalDb db, CancellationToken stop) =>
        (await db.Users.Include(user => user.Posts).Where(user => user.UserName!.StartsWith("demo-")).ToListAsync(stop)).ToDictionary(user => user.UserName!, user => user.ActFrom("demo"));

    /// <summary>The portal's actions on another clock, by the book that the portal has read already; the caller disposes of it.</summary>
    public static ServiceProvider Past(this PortalSettings settings, PolicyBook book, IClock then) =>
        new ServiceCollection().AddLogging().AddSingleton(then).AddSingleton(book).AddDealerPortalDomain(settings).BuildServiceProvider();

    /// <inheritdoc cref="Check(Refusal?)"/>
    public static void Check(Outcome outcome) => Check(outcome.Refusal);

    /// <exception cref="InvalidOperationException">The story does not go as the rules do.</exception>
    public static void Check(Refusal? refusal)
    {
        if (refusal is not null) throw new InvalidOperationException($"A step of the demonstration was refused: {refusal.Code} {refusal.Field}.");
    }
}
