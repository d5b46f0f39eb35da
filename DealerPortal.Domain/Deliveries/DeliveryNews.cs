using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Policies;
using DealerPortal.Domain.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace DealerPortal.Domain.Deliveries;

/// <summary>Who hears what of a delivery, and which open pages read themselves again.</summary>
public static class DeliveryNews
{
    /// <summary>Open pages of the delivery, of its dealer, and of the staff of its region. Answers the region.</summary>
    public static async Task<string> Announce(PortalDb db, Guid dealerId, Guid? pickUpId, CancellationToken stop)
    {
        var region = await db.Dealers.Where(dealer => dealer.Id == dealerId).Select(dealer => dealer.Region).SingleAsync(stop);
        if (pickUpId is { } id) db.Announce(Topics.PickUp(id));
        db.Announce(Topics.Dealer(dealerId));
        db.Announce(Topics.Region(region));
        db.Announce(Topics.Staff);
        return region;
    }

    /// <summary>Windows have started; those that had ended before anybody said so are settled at once.</summary>
    internal static async Task Recorded(PortalDb db, PickUp pickUp, Instant now, CancellationToken stop)
    {
        var region = await Announce(db, pickUp.DealerId, pickUp.Id, stop);
        foreach (var line in pickUp.Lines.Where(line => line.IsOpen && now < line.WindowEnds))
            await ToDealer(db, pickUp, line, NoticeKind.WindowStarted, line.WindowEnds, now, stop);
        await Deemed(db, pickUp, pickUp.DeemAccepted(now), region, now, stop);
    }

    internal static async Task Deemed(PortalDb db, PickUp pickUp, IReadOnlyList<PickUpLine> lines, Instant now, CancellationToken stop)
    {
        if (lines.Count > 0) await Deemed(db, pickUp, lines, await Announce(db, pickUp.DealerId, pickUp.Id, stop), now, stop);
    }

    private static async Task Deemed(PortalDb db, PickUp pickUp, IReadOnlyList<PickUpLine> lines, string region, Instant now, CancellationToken stop)
    {
        foreach (var line in lines)
        {
            NoteDeemed(db, pickUp, line);
            await ToDealer(db, pickUp, line, NoticeKind.DeemedAccepted, null, now, stop);
            await db.TellRole(Role.BusinessAssistant, region, About(pickUp, line, NoticeKind.DeemedAccepted, null), now, stop);
        }
    }

    internal static void NoteDeemed(PortalDb db, PickUp pickUp, PickUpLine line) =>
        db.Note(new(Happening.DeemedAccepted, pickUp.Id, pickUp.DealerId, Clause.Parse(line.WindowClause), Fact.Word($"family.{line.Family}"), Fact.At(line.WindowEnds)));

    internal static async Task Reminded(PortalDb db, PickUp pickUp, IReadOnlyList<(PickUpLine Line, Reminder Reminder)> reminders, Instant now, CancellationToken stop)
    {
        foreach (var (line, reminder) in reminders)
            await ToDealer(db, pickUp, line, reminder == Reminder.HalfTime ? NoticeKind.WindowHalfGone : NoticeKind.WindowLastQuarter, line.WindowEnds, now, stop);
    }

    /// <summary>The outbound order is signed: it goes back to the region's business assistant.</summary>
    public static async Task SignedFor(PortalDb db, PickUp pickUp, PickUpLine line, Guid inspectionId, Instant now, CancellationToken stop)
    {
        var region = await Announce(db, pickUp.DealerId, pickUp.Id, stop);
        var news = new News($"signed/{inspectionId:N}", NoticeKind.SignedOutboundOrder, pickUp.Id, $"/outbound-orders/{inspectionId}", null,
            Fact.Word($"family.{line.Family}"), await DealerName(db, pickUp.DealerId, stop));
        await db.TellRole(Role.BusinessAssistant, region, news, now, stop);
    }

    /// <summary>Goods were refused: the region's dispatcher is told at once.</summary>
    public static async Task Rejected(PortalDb db, Rejection rejection, Instant now, CancellationToken stop)
    {
        var region = await Announce(db, rejection.DealerId, rejection.PickUpId, stop);
        var news = new News($"rejection/{rejection.Id:N}", NoticeKind.RejectionArrived, rejection.Id, "/rejections", null,
            Fact.Word($"family.{rejection.Family}"), await DealerName(db, rejection.DealerId, stop));
        await db.TellRole(Role.LogisticsDispatcher, region, news, now, stop);
    }

    internal static async Task Acknowledged(PortalDb db, Rejection rejection, Instant now, CancellationToken stop)
    {
        await Announce(db, rejection.DealerId, rejection.PickUpId, stop);
        var news = new News($"acknowledged/{rejection.Id:N}", NoticeKind.RejectionAcknowledged, rejection.Id, $"/inspections/{rejection.Id}", null,
            Fact.Word($"family.{rejection.Family}"), Fact.Of(rejection.AcknowledgedBy!));
        await db.TellDealer(rejection.DealerId, news, now, stop);
    }

    private static Task ToDealer(PortalDb db, PickUp pickUp, PickUpLine line, NoticeKind kind, Instant? dueAt, Instant now, CancellationToken stop) =>
        db.TellDealer(pickUp.DealerId, About(pickUp, line, kind, dueAt), now, stop);

    private static News About(PickUp pickUp, PickUpLine line, NoticeKind kind, Instant? dueAt) =>
        new($"{kind}/{line.Id:N}", kind, pickUp.Id, $"/pick-ups/{pickUp.Id}", dueAt, Fact.Word($"family.{line.Family}"), Fact.At(line.WindowEnds));

    private static async Task<Fact> DealerName(PortalDb db, Guid dealerId, CancellationToken stop) =>
        Fact.Of(await db.Dealers.Where(dealer => dealer.Id == dealerId).Select(dealer => dealer.Name).SingleAsync(stop));
}
