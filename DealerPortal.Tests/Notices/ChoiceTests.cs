using DealerPortal.Domain;
using DealerPortal.Domain.Accounts;
using DealerPortal.Domain.Dealers;
using DealerPortal.Domain.History;
using DealerPortal.Domain.Notices;
using DealerPortal.Domain.Storage;
using DealerPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DealerPortal.Tests.Notices;

public sealed class ChoiceTests
{
    [Fact]
    public async Task What_was_switched_off_is_not_told_and_what_is_quiet_lies_in_the_inbox_without_a_bell()
    {
        await using var portal = await Portal.Start();
        var (dealer, owner) = await Owner(portal);
        await Choose(portal, owner, NoticeKind.CaseStepDone, NoticeManner.Off);
        await Choose(portal, owner, NoticeKind.CaseMessage, NoticeManner.Quiet);

        foreach (var kind in new[] { NoticeKind.CaseStepDone, NoticeKind.CaseMessage, NoticeKind.CaseMerged, NoticeKind.CaseAnswered }) await Tell(portal, dealer, kind);

        var all = await portal.The<NoticeInbox>().For(owner, onlyUnread: false, null, default);
        Assert.Equal([(NoticeKind.CaseAnswered, false), (NoticeKind.CaseMerged, false), (NoticeKind.CaseMessage, true)],
            all.Items.Select(item => (item.Kind, item.IsQuiet)).OrderBy(item => item.IsQuiet).ThenBy(item => $"{item.Kind}", StringComparer.Ordinal));
        // What only tells rings no bell either.
        Assert.Equal(1, await portal.The<UnreadCount>().For(owner, default));
        Assert.Equal(2, (await portal.The<NoticeInbox>().For(owner, onlyUnread: true, null, default)).Items.Count);
    }

    [Fact]
    public async Task One_person_s_choice_is_nobody_else_s()
    {
        await using var portal = await Portal.Start();
        var (dealer, owner) = await Owner(portal);
        var other = await portal.DealerOwner(dealer);
        await Choose(portal, owner, NoticeKind.CaseMessage, NoticeManner.Off);

        await Tell(portal, dealer, NoticeKind.CaseMessage);

        Assert.Equal((0, 1), (await portal.The<UnreadCount>().For(owner, default), await portal.The<UnreadCount>().For(other, default)));
    }

    [Fact]
    public async Task What_must_be_answered_cannot_be_switched_off_not_even_past_the_page()
    {
        await using var portal = await Portal.Start();
        var (dealer, owner) = await Owner(portal);
        foreach (var kind in (await portal.The<ChoiceSheet>().For(owner, default)).Always)
            Assert.Equal("notice.must-be-told", (await Choose(portal, owner, kind, NoticeManner.Off)).Refusal?.Code);
        await portal.Db(async db => await db.Database.ExecuteSqlAsync($"INSERT INTO NoticeChoices (UserId, Kind, Manner) VALUES ({owner.UserId}, 'WindowStarted', 'Off')"));

        await Tell(portal, dealer, NoticeKind.WindowStarted);

        Assert.Equal(1, await portal.The<UnreadCount>().For(owner, default));
    }

    [Fact]
    public async Task A_kind_that_never_reaches_a_person_is_not_his_to_choose()
    {
        await using var portal = await Portal.Start();
        var (_, owner) = await Owner(portal);
        var assistant = await portal.Person("业务助理", (Role.BusinessAssistant, "north"));

        Assert.Equal(Refusal.NotAllowed, (await Choose(portal, owner, NoticeKind.SignedOutboundOrder, NoticeManner.Off)).Refusal);
        Assert.Equal(Refusal.NotAllowed, (await Choose(portal, assistant, NoticeKind.ClockWarning, NoticeManner.Off)).Refusal);
        Assert.True((await Choose(portal, assistant, NoticeKind.SignedOutboundOrder, NoticeManner.Quiet)).IsDone);
    }

    [Fact]
    public async Task A_choice_stands_in_the_history_once()
    {
        await using var portal = await Portal.Start();
        var (_, owner) = await Owner(portal);

        for (var i = 0; i < 2; i++) await Choose(portal, owner, NoticeKind.CaseMessage, NoticeManner.Quiet);

        var entry = await portal.Db(db => db.History.SingleAsync(one => one.What == Happening.NoticesChosen));
        Assert.Equal((owner.UserId!.Value, owner.UserId), (entry.Subject, entry.ActorId));
    }

    private static async Task<(Dealer Dealer, Actor Owner)> Owner(Portal portal)
    {
        var dealer = await portal.Dealer("D-1");
        return (dealer, await portal.DealerOwner(dealer));
    }

    private static Task<Outcome> Choose(Portal portal, Actor actor, NoticeKind kind, NoticeManner manner) => portal.The<ChooseNotices>().Run(new(kind, manner), actor, default);

    private static Task<Outcome> Tell(Portal portal, Dealer dealer, NoticeKind kind) => portal.The<PortalWork>().Do(Actor.System("test"), async db =>
    {
        await db.TellDealer(dealer.Id, new($"{kind}", kind, dealer.Id, "/"), portal.Clock.Now, default);
        return Outcome.Done;
    }, default);
}
