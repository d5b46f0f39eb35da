using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Settlements;

/// <summary>What is noted of a batch, whom it tells, and which open pages read themselves again.</summary>
internal static class BatchNews
{
    public static string PathOf(Guid id) => $"/statements/{id}";

    /// <param name="isInternal">The dealer does not read of it: what is not approved is not his to see yet.</param>
    public static void Note(PortalDb db, Batch batch, Happening what, bool isInternal, params Fact[] facts) =>
        db.Note(new(what, batch.Id, isInternal ? null : batch.DealerId, Clause.Parse(batch.Clause), [Fact.Of(batch.Number), .. facts]));

    public static async Task Announce(PortalDb db, Batch batch, CancellationToken stop)
    {
        db.Announce(Topics.Batch(batch.Id));
        db.Announce(Topics.Settlement);
        db.Announce(Topics.Dealer(batch.DealerId));
        db.Announce(Topics.Staff);
        db.Announce(Topics.Region(await db.Dealers.Where(dealer => dealer.Id == batch.DealerId).Select(dealer => dealer.Region).SingleAsync(stop)));
    }

    public static Task TellDealer(PortalDb db, Batch batch, NoticeKind kind, Instant now, CancellationToken stop, params Fact[] facts) =>
        db.TellDealer(batch.DealerId, new($"batch/{batch.Id:N}/{kind}", kind, batch.Id, PathOf(batch.Id), null, [Fact.Of(batch.Number), Fact.Fen(batch.Fen), .. facts]), now, stop);
}
