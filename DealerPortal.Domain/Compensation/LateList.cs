using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Compensation;

/// <summary>How the orders of a list stand against their dates: by when they ship, how late they are, what that has earned so far. A page of them costs as many questions as one.</summary>
public sealed class LateList(IDbContextFactory<PortalDb> contexts, PolicyBook book, IClock clock)
{
    /// <summary>More are not asked for at once.</summary>
    public const int AtMost = 100;

    /// <param name="By">The end of the date that counts next, exclusive, with the reasons of that date: of what is owed the earliest, and where nothing is the last.</param>
    /// <param name="AgreedOn">The later date that the dealer agreed to; null where there is none.</param>
    /// <param name="IsOwed">Something of it has not left.</param>
    /// <param name="DaysLate">Dates on which goods that can earn were late.</param>
    /// <param name="LateFamilies">Of what those goods are; what is due first may be of another family.</param>
    /// <param name="Pay">What they earn together, with the reasons of the last of them; null where none were.</param>
    /// <param name="IsProvisional">It earns while nobody has decided on the cause.</param>
    public sealed record Row(Ruling<Instant> By, LocalDate? AgreedOn, Instant Since, bool IsOwed, int DaysLate, IReadOnlyList<string> LateFamilies, Ruling<long>? Pay, bool IsProvisional);

    /// <summary>By order; nothing of one that is not confirmed, not there, or not the actor's.</summary>
    public async Task<IReadOnlyDictionary<Guid, Row>> Of(IEnumerable<Guid> orders, Actor actor, CancellationToken stop)
    {
        var ids = orders.Take(AtMost).ToArray();
        if (ids.Length == 0) return new Dictionary<Guid, Row>();
        await using var db = await contexts.CreateDbContextAsync(stop);
        var promises = await db.Promises.AsNoTracking().SeenBy(actor, db).Where(promise => ids.Contains(promise.Id)).ToListAsync(stop);
        var now = clock.GetCurrentInstant();
        return (await LateOrders.Of(db, promises, book, stop)).Where(facts => facts.Promise.Open.Any()).ToDictionary(facts => facts.Promise.Id, facts => Show(facts, now));
    }

    private static Row Show(LateFacts facts, Instant now)
    {
        var calendar = facts.Edition.Calendar;
        var owed = facts.Promise.Open.Where(part => facts.Owed.OutstandingAt(part, now) > 0).MinBy(part => part.DueOn);
        var part = owed ?? facts.Promise.Open.MaxBy(part => part.DueOn)!;
        var (days, families, pay) = facts.SoFar(calendar.DateOf(now));
        return new(new(calendar.EndOf(part.DueOn), Clause.Parse(part.Clause), StepText.Read(part.Steps), part.IsHouseRule), part.AgreedOn, part.HoldsFrom ?? facts.Promise.ConfirmedAt, owed is not null,
            days, families, pay, facts.Promise.Cause is null && pay is { Value: > 0 });
    }
}
