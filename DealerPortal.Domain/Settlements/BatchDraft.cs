using DealerPortal.Domain.Compensation;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>What a batch of a dealer through a date would hold now, and why it cannot be drawn up where it cannot.</summary>
/// <param name="Entries">In the order of their dates.</param>
/// <param name="UndecidedFen">What is left out because the cause is not decided.</param>
internal sealed record BatchDraft(IReadOnlyList<LedgerEntry> Entries, long UndecidedFen, int UndecidedOrders)
{
    public long Fen => Entries.Sum(entry => entry.Fen);

    /// <summary>A batch pays. Where reversals outweigh what was earned nothing is asked back of the dealer: the lines stay open and lower the next batch.</summary>
    public Refusal? Obstacle =>
        Entries.Count == 0 ? UndecidedOrders > 0 ? new Refusal("settlement.cause-undecided", null, null, Fact.Number(UndecidedOrders), Fact.Fen(UndecidedFen)) : new Refusal("settlement.nothing-open")
        : Fen <= 0 ? new Refusal("settlement.nothing-to-pay", null, null, Fact.Fen(Fen))
        : null;

    public static async Task<BatchDraft> Of(PortalDb db, Guid dealerId, LocalDate through, CancellationToken stop)
    {
        var entries = await OpenLines.Ready(db, through).AsNoTracking().Where(entry => entry.DealerId == dealerId).OrderBy(entry => entry.Date).ThenBy(entry => entry.Id).ToListAsync(stop);
        var undecided = await OpenLines.Undecided(db, through).Where(entry => entry.DealerId == dealerId)
            .GroupBy(entry => entry.OrderId).Select(order => order.Sum(entry => entry.Fen)).ToListAsync(stop);
        return new(entries, undecided.Sum(), undecided.Count);
    }
}
